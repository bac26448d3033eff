import { z } from 'zod';
import type { Micros } from '../../kernel/index.ts';
import { instant } from '../schema/instant.ts';
import { duration } from '../schema/quantity.ts';
import { alarmId } from './alarms.ts';
import { defineExpectation } from './kind.ts';
import { awaitReaction, inSeconds, missed } from './latency.ts';

const schema = z
  .strictObject({
    alarm: alarmId,
    state: z.enum(['on', 'latched', 'acknowledged', 'off']).default('on'),
    priority: z.enum(['high', 'medium', 'low']).optional(),
    after: instant,
    within: duration,
    marginal: duration.optional().describe('later than this is a pass that deserves a look'),
  })
  .describe('An alarm changes its state within a time after an instant.');

/** The alarm must come after the instant: one that is there already tells of something else. */
export const alarmWithin = defineExpectation({
  head: 'alarm',
  schema,
  watch({ alarm, state, priority, marginal }, watch) {
    const { bench, window, judge } = watch;
    const reaction = awaitReaction(watch, { what: `${alarm} ${state}`, marginal });
    let entered: { at: Micros } | undefined;
    let raised = false;
    let open = false;

    bench.at(window[0], 'expect.open', () => {
      open = true;
      if (entered)
        judge(missed({ window }, window[0], `${alarm} was ${state} since ${inSeconds(entered.at)}, before ${inSeconds(window[0])}`));
      else if (state === 'off' && !raised) judge(missed({ window }, window[0], `${alarm} was never on before ${inSeconds(window[0])}`));
    });
    bench.on('alarm', (event, at) => {
      if (event.id !== alarm) return;
      if (event.state === 'on') raised = true;
      entered = event.state === state ? { at } : undefined;
      if (!open || !entered) return;
      if (priority !== undefined && event.priority !== priority) {
        return judge(missed({ window }, at, `${alarm} came with ${event.priority} priority, expected ${priority}`));
      }
      reaction.seen(at);
    });
  },
});
