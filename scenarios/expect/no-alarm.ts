import { z } from 'zod';
import type { Micros } from '../../kernel/index.ts';
import { during } from '../schema/instant.ts';
import { silent, silentIds } from './alarms.ts';
import { defineExpectation, type Judgement } from './kind.ts';
import { inSeconds } from './latency.ts';

const schema = z
  .strictObject({ noAlarm: silent, during: during.optional() })
  .describe('Alarms that must not be on at any moment of a stretch. "latched" is not on: its cause is gone.');

const told = (verdict: 'pass' | 'fail', at: Micros, because: string): Judgement => ({
  verdict,
  limit: 'none',
  measured: verdict === 'pass' ? 'none' : because,
  margin: null,
  marginUnit: null,
  at,
  because,
});

/** Absence is as much a promise as presence: an alarm already on when the stretch begins breaks it too. */
export const noAlarm = defineExpectation({
  head: 'noAlarm',
  schema,
  watch({ noAlarm: spec }, { bench, window: [from, to], judge }) {
    const ids = silentIds(spec);
    const on = new Map<string, Micros>();

    bench.at(from, 'expect.open', () => {
      for (const [id, since] of on) judge(told('fail', from, `${id} is on since ${inSeconds(since)}`));
    });
    bench.at(to, 'expect.close', () => judge(told('pass', to, `none between ${inSeconds(from)} and ${inSeconds(to)}`)));
    bench.on('alarm', (event, at) => {
      if (!ids.has(event.id)) return;
      if (event.state === 'on') on.set(event.id, at);
      else on.delete(event.id);
      if (event.state === 'on' && at >= from && at <= to) judge(told('fail', at, `${event.id} on at ${inSeconds(at)}: ${event.text}`));
    });
  },
});
