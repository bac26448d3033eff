import { z } from 'zod';
import { instant } from '../schema/instant.ts';
import { duration } from '../schema/quantity.ts';
import { defineExpectation } from './kind.ts';
import { awaitReaction } from './latency.ts';

const schema = z
  .strictObject({ vitals: z.enum(['blank', 'shown']), after: instant, within: duration, marginal: duration.optional() })
  .describe('The heart rate disappears, or appears, within a time after an instant.');

export const vitals = defineExpectation({
  head: 'vitals',
  schema,
  watch({ vitals: wanted, marginal }, watch) {
    const { bench, window } = watch;
    const reaction = awaitReaction(watch, { what: `vitals ${wanted}`, marginal });
    let open = false;
    const look = (): void => {
      if (open && (bench.heartRate === null) === (wanted === 'blank')) reaction.seen(bench.now());
    };
    bench.at(window[0], 'expect.open', () => {
      open = true;
      look();
    });
    bench.on('hr', look);
  },
});
