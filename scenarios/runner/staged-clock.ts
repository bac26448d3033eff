import type { Clock, Micros } from '../../kernel/index.ts';

/**
 * The clock of the device under a scenario. It never shows a time beyond the next step before that step is done, so a step falls
 * between the same two samples however late a busy host is: virtual and real time make the same signal.
 */
export interface StagedClock extends Clock {
  /** Time stops here until the next call. */
  stopAt(horizon: Micros): void;
}

export function createStagedClock(clock: Clock): StagedClock {
  let horizon = Number.POSITIVE_INFINITY as Micros;
  return {
    now: () => Math.min(clock.now(), horizon) as Micros,
    at: (due, label, run) => clock.at(due, label, run),
    sleep: (span, signal) => clock.sleep(span, signal),
    stopAt(next) {
      horizon = next;
    },
  };
}
