/** The sinus node and what follows it down: shared by every rhythm whose beats come from above. */
import { type Micros, us } from '../../kernel/index.ts';
import type { ParamSpec } from '../contract.ts';
import type { Heart, Moment, Pacemaker } from './heart.ts';
import { HRV_PARAM, PR_PARAM, qrsParam, qtcParam, rateParam, T_SCALE_PARAM } from './params.ts';
import { conductedBeat, prAt } from './parts.ts';
import { createVariability } from './variability.ts';
import { type Complex, type ComplexTemplate, shapeComplex } from './waves/complex.ts';

/** Mean cycle in us of a rate in bpm. A whole number, so that without variability every interval is the same. */
export const cycleOfRate = (bpm: number): Micros => us(60e6 / bpm);

/** `span` after the last impulse; as soon as possible in a heart that has not beaten yet. */
export const following = ({ previous, now }: Moment, span: number): Micros => (previous === undefined ? now : us(previous + span));

/** Settings of a conducted rhythm. */
export const sinusParams = ({
  rate,
  qrsMs,
  qtcMs,
}: {
  rate: Parameters<typeof rateParam>[0];
  qrsMs: number;
  qtcMs: number;
}): readonly ParamSpec[] => [rateParam(rate), HRV_PARAM, PR_PARAM, qrsParam(qrsMs), qtcParam(qtcMs), T_SCALE_PARAM];

/** Asks the heart for the gain of breathing, which a metronome (hrv 0) does not have. */
export const breathGain = (heart: Heart, at: Micros): number => (heart.param('hrv') === 0 ? 1 : heart.breath(at));

/** The complex of a conducted beat with the settings of `sinusParams`. */
const conductedComplex = (heart: Heart, template: ComplexTemplate, rrMs: number): Complex =>
  shapeComplex(template, {
    qrsMs: heart.param('qrs'),
    qtMs: heart.qt({ rrMs, qtcMs: heart.param('qtc') }),
    tScale: heart.param('t') / 100,
  });

/** A beat of P, QRS and T after each cycle of `rate`, with variability. */
export function sinusPacemaker(heart: Heart, template: ComplexTemplate): Pacemaker {
  const variability = createVariability(heart.prng.fork('hrv'));
  return {
    chamber: 'ventricles',
    plan: (moment) => {
      const mean = cycleOfRate(heart.param('rate'));
      const deviation = variability.deviation(moment.previous ?? moment.now, { rrMs: mean / 1e3, sdnnMs: heart.param('hrv') });
      const cycle = mean + Math.round(1e3 * deviation);
      const at = following(moment, cycle);
      const complex = conductedComplex(heart, template, cycle / 1e3);
      const pr = prAt({ rrMs: cycle / 1e3, restMs: heart.param('pr') });
      return { at, parts: conductedBeat({ complex, pr, gain: breathGain(heart, at) }) };
    },
  };
}
