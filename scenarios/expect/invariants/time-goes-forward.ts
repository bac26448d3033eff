import { seconds, toSeconds, us } from '../../../kernel/index.ts';
import type { MonitorEvent } from '../../../monitor/index.ts';
import { inSeconds } from '../latency.ts';
import type { Invariant } from './invariant.ts';

/** Signal time counts samples at the nominal rate, so it may lead scenario time by the device's clock error, never by more. */
const LEAD_MAX = seconds(0.25);
const KINDS = ['hr', 'alarm', 'lead', 'link', 'rhythm'] as const satisfies readonly MonitorEvent['kind'][];

/** Events of one kind come in order of signal time, and none tells of a time that has not come. */
export const timeGoesForward: Invariant = (bench, broken) => {
  const last = new Map<string, number>();
  for (const kind of KINDS) {
    bench.on(kind, (event, at) => {
      if (event.kind === 'link' && event.event === 'gap') return; // tells of where the gap began, when it is over
      const before = last.get(kind) ?? 0;
      if (event.t < before) broken(at, `${kind} at ${event.t} s came after ${kind} at ${before} s`);
      if (bench.toScenario(event.t) > at + LEAD_MAX) {
        broken(at, `${kind} of ${event.t} s came at ${inSeconds(at)}, ${Number((event.t - toSeconds(us(at))).toFixed(3))} s early`);
      }
      last.set(kind, event.t);
    });
  }
};
