/** Standstill: nothing but a slow undulation well under 0.08 mV peak to peak, as no baseline of a living skin is flat. */
import type { Rhythm } from '../heart.ts';
import { cycleOf } from '../oscillator.ts';
import { projectDipole, type Vector } from '../waves/dower.ts';

const CYCLE = cycleOf([1]);
const UNDULATIONS: readonly { readonly hz: number; readonly dipole: Vector }[] = [
  { hz: 0.23, dipole: [0.006, 0.009, 0.005] },
  { hz: 0.61, dipole: [-0.003, 0.004, 0.003] },
];

export const asystole: Rhythm = {
  spec: {
    id: 'asystole',
    family: 'ventricular',
    title: 'Asystole',
    about: 'A line that is all but flat.',
    params: [],
    expected: ['asystole'],
  },
  begin: () => ({
    pacemakers: [],
    sources: UNDULATIONS.map(({ hz, dipole }) => ({
      leads: projectDipole(dipole),
      oscillators: [{ cycle: CYCLE, hz, drift: { sdHz: 0.03, tauS: 5 }, level: () => 1 }],
    })),
  }),
};
