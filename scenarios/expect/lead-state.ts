import { z } from 'zod';
import { SENSED_ELECTRODES } from '../../firmware-protocol/index.ts';
import { instant } from '../schema/instant.ts';
import { duration } from '../schema/quantity.ts';
import { defineExpectation } from './kind.ts';
import { awaitReaction, missed } from './latency.ts';

const schema = z
  .strictObject({
    leadState: z.enum(['on', 'off']),
    electrode: z.enum(SENSED_ELECTRODES),
    after: instant,
    within: duration,
    marginal: duration.optional(),
  })
  .describe('The monitor reports an electrode on or off within a time after an instant.');

export const leadState = defineExpectation({
  head: 'leadState',
  schema,
  watch({ leadState: wanted, electrode, marginal }, watch) {
    const { bench, window, judge } = watch;
    const what = `${electrode} ${wanted}`;
    const reaction = awaitReaction(watch, { what, marginal });
    let state: 'on' | 'off' = 'on';
    let open = false;
    bench.at(window[0], 'expect.open', () => {
      open = true;
      if (state === wanted) judge(missed({ window }, window[0], `${what} was reported before anything happened to it`));
    });
    bench.on('lead', (event, at) => {
      if (event.electrode !== electrode) return;
      state = event.state;
      if (open && state === wanted) reaction.seen(at);
    });
  },
});
