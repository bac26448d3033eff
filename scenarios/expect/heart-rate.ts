import { z } from 'zod';
import { every, type Micros, seconds } from '../../kernel/index.ts';
import { during } from '../schema/instant.ts';
import { quantity } from '../schema/quantity.ts';
import { defineExpectation, type Judgement } from './kind.ts';
import { inSeconds } from './latency.ts';
import { allowedBpm, tolerance } from './tolerance.ts';

const schema = z
  .strictObject({
    heartRate: z.union([z.enum(['truth', 'none']), quantity('bpm', { example: '75 bpm' })], {
      error: ({ input }) => `is ${JSON.stringify(input)}, which is no heart rate: write "truth", "none" or "75 bpm"`,
    }),
    tolerance: tolerance.prefault({ greaterOf: ['1 bpm', '1 %'] }),
    during: during.optional(),
  })
  .describe("The heart rate shown follows the patient's (or a number, or nothing) all through a stretch.");

/** Besides every change of the number, so that a number that stays while the heart changes is seen. */
const LOOK_PERIOD = seconds(1);
/** More than this share of the tolerance used is a pass that deserves a look. */
const MARGINAL_SHARE = 0.9;

interface Deviation {
  readonly off: number;
  readonly allowed: number;
  readonly shown: number;
  readonly wanted: number;
  readonly at: Micros;
}

const bpm = (rate: number): string => `${Number(rate.toFixed(1))} bpm`;

function judgement(verdict: Judgement['verdict'], seen: Deviation): Judgement {
  const { off, allowed, shown, wanted, at } = seen;
  return {
    verdict,
    limit: `within ${bpm(allowed)} of ${bpm(wanted)}`,
    measured: bpm(shown),
    margin: Number((allowed - off).toFixed(2)),
    marginUnit: 'bpm',
    at,
    because: `${bpm(shown)} shown at ${inSeconds(at)}, the heart has ${bpm(wanted)}`,
  };
}

export const heartRate = defineExpectation({
  head: 'heartRate',
  schema,
  watch({ heartRate: wanted, tolerance: allowed }, { bench, window: [from, to], judge }) {
    let worst: Deviation | undefined;
    const nothing = { limit: 'none', margin: null, marginUnit: null };
    const rateNow = (): number | undefined => (typeof wanted === 'number' ? wanted : bench.truth.rateAt(bench.now()));

    function look(): void {
      const at = bench.now();
      if (at < from || at > to) return;
      const shown = bench.heartRate;
      if (wanted === 'none') {
        if (shown !== null)
          judge({ ...nothing, verdict: 'fail', measured: bpm(shown), at, because: `${bpm(shown)} shown at ${inSeconds(at)}` });
        return;
      }
      const rate = rateNow();
      if (rate === undefined) return;
      const limit = `within ${bpm(allowedBpm(allowed, rate))} of ${bpm(rate)}`;
      if (shown === null) {
        return judge({
          ...nothing,
          verdict: 'fail',
          limit,
          measured: null,
          at,
          because: `no heart rate shown at ${inSeconds(at)}, the heart has ${bpm(rate)}`,
        });
      }
      const seen = { off: Math.abs(shown - rate), allowed: allowedBpm(allowed, rate), shown, wanted: rate, at };
      if (seen.off > seen.allowed) return judge(judgement('fail', seen));
      if (!worst || seen.off / seen.allowed > worst.off / worst.allowed) worst = seen;
    }

    bench.on('hr', look);
    bench.at(from, 'expect.open', () => {
      look();
      const stop = every(bench, LOOK_PERIOD, 'expect.look', look);
      bench.at(to, 'expect.close', () => {
        look();
        stop();
        if (wanted === 'none') return judge({ ...nothing, verdict: 'pass', measured: 'none', at: to, because: 'no heart rate shown' });
        if (!worst) return judge({ ...nothing, verdict: 'fail', measured: null, at: to, because: 'the heart had no rate to compare with' });
        judge(judgement(worst.off > MARGINAL_SHARE * worst.allowed ? 'marginal' : 'pass', worst));
      });
    });
  },
});
