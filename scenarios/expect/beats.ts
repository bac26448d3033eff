import { z } from 'zod';
import { type Micros, ms, seconds, us } from '../../kernel/index.ts';
import { during } from '../schema/instant.ts';
import { duration } from '../schema/quantity.ts';
import { matchBeats } from './beat-matching.ts';
import type { Bench } from './bench.ts';
import { defineExpectation, type Judgement, type Window } from './kind.ts';
import { inSeconds } from './latency.ts';

const SHARE = /^>=\s*(1(?:\.0+)?|0?\.\d+)$/;
const share = z
  .string({ error: ({ input }) => `is ${JSON.stringify(input)}, which is no demand: write '>= 0.99'` })
  .regex(SHARE, { error: ({ input }) => `is ${JSON.stringify(input)}, which is no demand: write '>= 0.99'` })
  .transform((text) => Number(SHARE.exec(text)![1]));

const schema = z
  .strictObject({
    beats: z.literal('truth'),
    matchWindow: duration.default(ms(150)),
    sensitivity: share.prefault('>= 0.99').describe('beats found / beats there'),
    ppv: share.prefault('>= 0.99').describe('beats found / beats claimed'),
    during: during.optional(),
  })
  .describe('The beats detected are those of the patient, counted one to one, nearest first, as in EC57.');

/** A detector may speak this late (provisional beats come within 350 ms); younger beats are not counted. */
const SETTLING = ms(500);
/** Less than this share of the permitted errors left is a pass that deserves a look. */
const MARGINAL_SHARE = 0.1;

interface Score {
  readonly found: number;
  readonly there: number;
  readonly claimed: number;
  readonly right: number;
  readonly firstMiss: Micros | undefined;
  readonly firstFalse: Micros | undefined;
}

function scoreOf(bench: Bench, [from, to]: Window, matchWindow: Micros): Score {
  const truth = bench.truth.beats.map((beat) => beat.at);
  const detected = bench.detections.beats.map((beat) => beat.at);
  const { detectionOf, truthOf } = matchBeats({ truth, detected, matchWindow });
  const inside = (at: number): boolean => at >= from && at <= to;
  const there = truth.filter(inside).length;
  const claimed = detected.filter(inside).length;
  const missed = truth.filter((at, i) => inside(at) && detectionOf[i] === -1);
  const wrong = detected.filter((at, i) => inside(at) && truthOf[i] === -1);
  return { there, found: there - missed.length, claimed, right: claimed - wrong.length, firstMiss: missed[0], firstFalse: wrong[0] };
}

/** Nothing there and nothing claimed is perfect; something claimed of nothing is worthless. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function judged(score: Score, demand: { sensitivity: number; ppv: number }, at: Micros): Judgement {
  const sensitivity = ratio(score.found, score.there);
  const ppv = ratio(score.right, score.claimed);
  const margins = [sensitivity - demand.sensitivity, ppv - demand.ppv];
  const margin = Math.min(...margins);
  const close = margins.some((left, i) => left < MARGINAL_SHARE * (1 - (i === 0 ? demand.sensitivity : demand.ppv)));
  const culprit = score.firstMiss ?? score.firstFalse;
  const words = [
    `Se ${sensitivity.toFixed(4)} (${score.found} of ${score.there} beats)`,
    `PPV ${ppv.toFixed(4)} (${score.right} of ${score.claimed} detections)`,
    ...(score.firstMiss === undefined ? [] : [`first beat missed at ${inSeconds(score.firstMiss)}`]),
    ...(score.firstFalse === undefined ? [] : [`first false beat at ${inSeconds(score.firstFalse)}`]),
  ];
  return {
    verdict: margin < 0 ? 'fail' : close ? 'marginal' : 'pass',
    limit: `Se >= ${demand.sensitivity}, PPV >= ${demand.ppv}`,
    measured: `Se ${sensitivity.toFixed(4)}, PPV ${ppv.toFixed(4)}`,
    margin: Number(margin.toFixed(4)),
    marginUnit: '',
    at: margin < 0 && culprit !== undefined ? culprit : at,
    because: words.join(', '),
  };
}

export const beats = defineExpectation({
  head: 'beats',
  schema,
  watch({ matchWindow, sensitivity, ppv }, { bench, window: [from, to], judge }) {
    const counted = us(Math.min(to, bench.end - SETTLING));
    bench.at(us(Math.min(to + seconds(1), bench.end)), 'expect.count', () =>
      judge(judged(scoreOf(bench, [from, counted], matchWindow), { sensitivity, ppv }, bench.now())),
    );
  },
});
