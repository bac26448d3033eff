/**
 * Coarse atrial fibrillation. The f waves are Stridh and Sornmo's saw tooth (2001) in three directions at slightly different rates, half
 * of it replaced by narrow-band noise below and above f0, because the bare formula looks mechanical. The ventricles follow as the AV node
 * lets them (af-conduction.ts). There is no P and no two intervals are alike.
 */
import { createAvNode } from '../af-conduction.ts';
import type { Source } from '../carrier.ts';
import type { Heart, Rhythm } from '../heart.ts';
import { cycleOf, type OscillatorShape } from '../oscillator.ts';
import { rateParam } from '../params.ts';
import { ventricularPart } from '../parts.ts';
import { cycleOfRate, following } from '../sinus-node.ts';
import { ADULT } from '../waves/adult.ts';
import { shapeComplex } from '../waves/complex.ts';
import { type LeadGains, projectDipole, type Vector } from '../waves/dower.ts';

/** sum of -2/(i pi) sin(i x), five harmonics. */
const SAW_TOOTH = cycleOf([1, 2, 3, 4, 5].map((i) => -2 / (i * Math.PI)));
const SINE = cycleOf([1]);
const F0_HZ = 5.8;
/** The atria lie close under V1: Z (front to back) carries most, and the residual keeps it from the ventricular leads V2..V4. */
const DIRECTIONS: readonly { readonly dipole: Vector; readonly residual?: LeadGains; readonly stretch: number }[] = [
  { dipole: [-0.25, 0, 0], stretch: 0.95 },
  { dipole: [0, 0.5, 0], stretch: 1 },
  { dipole: [0, 0, -0.75], residual: [0, 0, 0, -0.55, -0.7, -0.3, 0, 0.1], stretch: 1.05 },
];
/** Mean peak to peak in V1 when every level is 1. */
const NATURAL_MVPP = 1.5;

function fWaves(heart: Heart): Source[] {
  const level = (): number => heart.param('f') / NATURAL_MVPP;
  return DIRECTIONS.map(({ dipole, residual, stretch }) => {
    const hz = F0_HZ * stretch;
    const noise = (share: number): OscillatorShape => ({
      cycle: SINE,
      hz: hz * share,
      drift: { sdHz: 0.06 * hz, tauS: 0.5 },
      swell: { sd: 0.5, tauS: 0.4 },
      level: () => 0.3 * level(),
    });
    const saw: OscillatorShape = {
      cycle: SAW_TOOTH,
      hz,
      vibrato: { depthHz: 0.22, hz: 0.15 },
      tremolo: { depth: 1 / 3, hz: 0.13 },
      level: () => 0.5 * level(),
    };
    return { leads: projectDipole(dipole, residual), oscillators: [saw, noise(0.8), noise(1.2)] };
  });
}

export const afCoarse: Rhythm = {
  spec: {
    id: 'af-coarse',
    family: 'supraventricular',
    title: 'Atrial fibrillation, coarse',
    about: 'Irregular narrow beats without P over a restless baseline, best seen in V1.',
    params: [
      rateParam({ min: 40, max: 180, default: 90 }),
      { id: 'f', title: 'f waves, peak to peak in V1', unit: 'mV', min: 0.02, max: 0.4, step: 0.01, default: 0.15 },
    ],
    expected: ['af'],
  },
  begin: (heart) => {
    const avNode = createAvNode(heart.prng.fork('av node'));
    return {
      sources: fWaves(heart),
      pacemakers: [
        {
          chamber: 'ventricles',
          plan: (moment) => {
            const cycle = avNode.nextCycle(cycleOfRate(heart.param('rate')));
            const at = following(moment, cycle);
            const complex = shapeComplex(ADULT, { qrsMs: 79, qtMs: heart.qt({ rrMs: cycle / 1e3, qtcMs: 380 }), tScale: 0.7 });
            return { at, parts: [ventricularPart({ class: 'N', complex, gain: heart.breath(at) })] };
          },
        },
      ],
    };
  },
};
