import type { Clock } from '../../kernel/index.ts';

/** A clock whose events cannot take the process down: what they throw goes to `caught`, and the run ends with the verdict `error`. */
export function createGuardedClock(clock: Clock, caught: (thrown: unknown) => void): Clock {
  return {
    now: () => clock.now(),
    sleep: (span, signal) => clock.sleep(span, signal),
    at: (due, label, run) =>
      clock.at(due, label, () => {
        try {
          run();
        } catch (thrown) {
          caught(thrown);
        }
      }),
  };
}
