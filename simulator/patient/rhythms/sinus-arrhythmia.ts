/**
 * Sinus arrhythmia: the node speeds up with each breath in and slows with each breath out. The node is an integrator (IPFM model, Bayly
 * 1968): it fires whenever the integral of its modulated rate reaches one, so the mean rate is exactly the one set.
 */
import { type Micros, toSeconds, us } from '../../../kernel/index.ts';
import type { Rhythm } from '../heart.ts';
import { rateParam } from '../params.ts';
import { conductedBeat, prAt } from '../parts.ts';
import { cycleOfRate, following } from '../sinus-node.ts';
import { ADULT } from '../waves/adult.ts';
import { shapeComplex } from '../waves/complex.ts';

const BREATH_HZ = 0.22;
const NEWTON_STEPS = 5;

/** Interval in us from a beat at `at` to the next, for a mean cycle in us and a depth 0..1. */
function breathingCycle(at: Micros, { meanUs, depth, phase }: { meanUs: number; depth: number; phase: number }): number {
  const omega = 2 * Math.PI * BREATH_HZ;
  const from = omega * toSeconds(at) + phase;
  let span = meanUs / 1e6;
  for (let i = 0; i < NEWTON_STEPS; i += 1) {
    const beats = span + (depth / omega) * (Math.cos(from) - Math.cos(from + omega * span)) - meanUs / 1e6;
    span -= beats / (1 + depth * Math.sin(from + omega * span));
  }
  return us(span * 1e6);
}

export const sinusArrhythmia: Rhythm = {
  spec: {
    id: 'sinus-arrhythmia',
    family: 'sinus',
    title: 'Sinus arrhythmia',
    about: 'Normal beats that crowd together with each breath in and draw apart with each breath out.',
    params: [
      rateParam({ min: 40, max: 130, default: 80 }),
      { id: 'depth', title: 'Swing of the rate', unit: '%', min: 5, max: 35, step: 1, default: 20 },
    ],
    expected: [],
  },
  begin: (heart) => {
    const phase = 2 * Math.PI * heart.prng.unit();
    return {
      sources: [],
      pacemakers: [
        {
          chamber: 'ventricles',
          plan: (moment) => {
            const meanUs = cycleOfRate(heart.param('rate'));
            const cycle = breathingCycle(moment.previous ?? moment.now, { meanUs, depth: heart.param('depth') / 100, phase });
            const at = following(moment, cycle);
            const rrMs = cycle / 1e3;
            const complex = shapeComplex(ADULT, { qrsMs: 79, qtMs: heart.qt({ rrMs, qtcMs: 370 }), tScale: 1 });
            return { at, parts: conductedBeat({ complex, pr: prAt({ rrMs, restMs: 163 }), gain: heart.breath(at) }) };
          },
        },
      ],
    };
  },
};
