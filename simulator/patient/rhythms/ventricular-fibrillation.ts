/**
 * Coarse ventricular fibrillation: no beats, only wavelets. Three oscillators around 5.5 Hz, each wandering in frequency and strength and
 * each with a direction of its own, so that the leads differ; 18 % second harmonic gives the pointed peaks. Weights 1, 0.55, 0.4.
 */
import type { Rhythm } from '../heart.ts';
import { cycleOf } from '../oscillator.ts';
import { projectDipole, type Vector } from '../waves/dower.ts';

const CYCLE = cycleOf([1, 0.18]);
const HZ = 5.5;
/** Directions of length 1, main one down the axis of II, and the share of each. */
const WAVELETS: readonly { readonly hz: number; readonly weight: number; readonly dipole: Vector }[] = [
  { hz: HZ, weight: 1, dipole: [0.42, 0.75, 0.5] },
  { hz: HZ + 0.9, weight: 0.55, dipole: [-0.3, 0.6, -0.74] },
  { hz: HZ - 0.8, weight: 0.4, dipole: [0.8, 0.5, -0.33] },
];
/** Peak to peak in II, mean over seconds, when every level is 1. */
const NATURAL_MVPP = 3.1;

export const vfCoarse: Rhythm = {
  spec: {
    id: 'vf-coarse',
    family: 'ventricular',
    title: 'Ventricular fibrillation, coarse',
    about: 'No P, no QRS, no T: chaotic waves of changing size, four to seven a second.',
    params: [{ id: 'amplitude', title: 'Peak to peak in II', unit: 'mV', min: 0.2, max: 2, step: 0.1, default: 1 }],
    expected: ['vf'],
  },
  begin: (heart) => ({
    pacemakers: [],
    sources: WAVELETS.map(({ hz, weight, dipole }) => ({
      leads: projectDipole(dipole),
      oscillators: [
        {
          cycle: CYCLE,
          hz,
          drift: { sdHz: 0.45, tauS: 0.6 },
          swell: { sd: 0.35, tauS: 0.5 },
          level: () => (weight * heart.param('amplitude')) / NATURAL_MVPP,
        },
      ],
    })),
  }),
};
