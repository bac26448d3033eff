/**
 * Ventricular premature beats over a sinus rhythm. The sinus node does not notice a single one: the impulse that was due meets a
 * refractory heart and is lost, and the one after it comes on time, so the interval across the ectopic is two sinus cycles (a full
 * compensatory pause). The second ectopic of a pair is early enough to run back into the atria and reset the node.
 */
import { us } from '../../kernel/index.ts';
import type { ParamSpec } from '../contract.ts';
import type { Heart, Pacemaker, Part, Plan } from './heart.ts';
import { HRV_PARAM, rateParam } from './params.ts';
import { atrialPart, conductedBeat, pPeakBeforeR, prAt, ventricularPart } from './parts.ts';
import { breathGain, cycleOfRate, following } from './sinus-node.ts';
import { createVariability } from './variability.ts';
import { ADULT } from './waves/adult.ts';
import { type ComplexTemplate, shapeComplex } from './waves/complex.ts';

const NARROW = { qrsMs: 79, qtcMs: 370 };
const WIDE = { qrsMs: 150, qtcMs: 430 };
const PAIR = { usMax: 400_000, shareMax: 0.75 };
/** From the second ectopic of a pair to the next sinus beat, in sinus cycles. */
const RESET_CYCLES = 1.2;

export const ECTOPY_PARAMS: readonly ParamSpec[] = [
  rateParam({ min: 30, max: 160, default: 75 }),
  HRV_PARAM,
  { id: 'coupling', title: 'From beat to ectopic, share of the sinus cycle', unit: '%', min: 35, max: 85, step: 1, default: 65 },
];

export const everyParam = (beats: number): ParamSpec => ({
  id: 'every',
  title: 'Sinus beats before each ectopic',
  unit: 'beats',
  min: 1,
  max: 100,
  step: 1,
  default: beats,
});

const pairSpan = (cycle: number): number => Math.round(Math.min(PAIR.usMax, PAIR.shareMax * cycle));

/**
 * The sinus cycle in us that makes `meanUs` the mean of all intervals. A single ectopic leaves the sinus clock alone; a group of n sinus
 * beats and a pair takes (n - 1) cycles, the coupling, the span of the pair and the pause.
 */
function sinusCycle(meanUs: number, { beats, coupling, ectopics }: { beats: number; coupling: number; ectopics: 1 | 2 }): number {
  if (ectopics === 1) return meanUs;
  const cycles = beats - 1 + coupling + RESET_CYCLES;
  const group = (beats + ectopics) * meanUs;
  const proportional = group / (cycles + PAIR.shareMax);
  return Math.round(PAIR.shareMax * proportional < PAIR.usMax ? proportional : (group - PAIR.usMax) / cycles);
}

export interface EctopyOptions {
  /** Sinus beats between ectopics. */
  readonly every: () => number;
  readonly ectopics: 1 | 2;
  readonly focus: ComplexTemplate;
}

export function ectopicPacemaker(heart: Heart, { every, ectopics, focus }: EctopyOptions): Pacemaker {
  const variability = createVariability(heart.prng.fork('hrv'));

  const sinusParts = (rrMs: number, gain: number): { parts: Part[]; lost: Part } => {
    const complex = shapeComplex(ADULT, { qrsMs: NARROW.qrsMs, qtMs: heart.qt({ rrMs, qtcMs: NARROW.qtcMs }), tScale: 1 });
    const pr = prAt({ rrMs, restMs: 163 });
    return { parts: conductedBeat({ complex, pr, gain }), lost: atrialPart({ offset: pPeakBeforeR(complex, pr), conducted: false, gain }) };
  };

  /** The anchor is where the sinus clock stands afterwards: at the lost beat, or one cycle before the first beat after a reset. */
  function ectopicPlan(at: Plan['at'], cycle: number, gain: number): Plan {
    const early = Math.round(cycle * (heart.param('coupling') / 100 - 1));
    const complex = shapeComplex(focus, { qrsMs: WIDE.qrsMs, qtMs: heart.qt({ rrMs: cycle / 1e3, qtcMs: WIDE.qtcMs }), tScale: 1 });
    const ventricular = (offset: number): Part => ventricularPart({ offset, class: 'V', complex, gain });
    const { lost } = sinusParts(cycle / 1e3, gain);
    if (ectopics === 1) return { at, parts: [ventricular(early), lost] };
    const pair = pairSpan(cycle);
    const anchor = us(at + early + pair + (RESET_CYCLES - 1) * cycle);
    const parts = [ventricular(early), lost, ventricular(early + pair)];
    return { at: anchor, parts: parts.map((part) => ({ ...part, offset: part.offset + at - anchor })) };
  }

  return {
    chamber: 'ventricles',
    plan: (moment) => {
      const beats = every();
      const coupling = heart.param('coupling') / 100;
      const mean = sinusCycle(cycleOfRate(heart.param('rate')), { beats, coupling, ectopics });
      const deviation = variability.deviation(moment.previous ?? moment.now, { rrMs: mean / 1e3, sdnnMs: heart.param('hrv') });
      const cycle = mean + Math.round(1e3 * deviation);
      const at = following(moment, cycle);
      const gain = breathGain(heart, at);
      if (moment.index % (beats + 1) === beats) return ectopicPlan(at, cycle, gain);
      return { at, parts: sinusParts(cycle / 1e3, gain).parts };
    },
  };
}
