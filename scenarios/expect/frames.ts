import { z } from 'zod';
import type { FrameCounts } from './bench.ts';
import { defineExpectation } from './kind.ts';

const COUNTS = {
  decoded: 'decoded',
  lost: 'lost',
  gaps: 'gaps',
  'checksum-errors': 'checksumErrors',
} as const satisfies Record<string, keyof FrameCounts>;

const amount = z.int().min(0);
const schema = z
  .strictObject({
    frames: z.enum(Object.keys(COUNTS) as [keyof typeof COUNTS]),
    equals: z.union([amount, z.literal('sent')]).optional(),
    atMost: amount.optional(),
    atLeast: amount.optional(),
  })
  .refine(({ equals, atMost, atLeast }) => equals !== undefined || atMost !== undefined || atLeast !== undefined, {
    error: 'demands nothing: add equals, atMost or atLeast',
  })
  .describe('What the monitor has counted when the run is over and the line is empty.');

export const frames = defineExpectation({
  head: 'frames',
  schema,
  watch({ frames: name, equals, atMost, atLeast }, { bench, judge }) {
    bench.atRest(() => {
      const { counts } = bench;
      const seen = counts[COUNTS[name]];
      const low = equals === 'sent' ? counts.sent : (equals ?? atLeast ?? 0);
      const high = equals === 'sent' ? counts.sent : (equals ?? atMost ?? Number.POSITIVE_INFINITY);
      const limit = low === high ? `= ${low}` : [low > 0 ? `>= ${low}` : '', Number.isFinite(high) ? `<= ${high}` : ''].join(' ').trim();
      judge({
        verdict: seen >= low && seen <= high ? 'pass' : 'fail',
        limit,
        measured: String(seen),
        margin: Math.min(seen - low, high - seen),
        marginUnit: 'frames',
        at: bench.now(),
        because: `${seen} frames ${name}, expected ${limit} (${counts.sent} sent, ${counts.decoded} decoded, ${counts.lost} lost)`,
      });
    });
  },
});
