import { type Clock, sleepOn } from './clock.ts';
import type { Micros } from './units.ts';

/**
 * Real time, on the monotonic timer: the one file that may touch it. A timer that fires early waits for the rest, so nothing
 * ever runs before it is due.
 */
export function createSystemClock(): Clock {
  const origin = performance.now();
  const now = (): Micros => Math.round((performance.now() - origin) * 1e3) as Micros;

  const clock: Clock = {
    now,
    at(due, _label, run) {
      let timer: NodeJS.Timeout;
      const arm = (): void => {
        timer = setTimeout(() => (now() < due ? arm() : run()), Math.max(0, Math.ceil((due - now()) / 1e3)));
      };
      arm();
      return () => clearTimeout(timer);
    },
    sleep: (span, signal) => sleepOn(clock, span, signal),
  };
  return clock;
}
