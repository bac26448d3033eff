import { type Cancel, type Clock, sleepOn } from './clock.ts';
import type { Micros } from './units.ts';

const onTimer = (waitMs: number, run: () => void): Cancel => {
  const timer = setTimeout(run, waitMs);
  return () => clearTimeout(timer);
};

/** The longest span a timer takes; what is due later is armed again. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** For what is late already: a timer would add a millisecond to each event of a backlog. */
const onNextTurn = (run: () => void): Cancel => {
  const turn = setImmediate(run);
  return () => clearImmediate(turn);
};

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
      let cancel: Cancel;
      const arm = (): void => {
        const wait = Math.ceil((due - now()) / 1e3);
        cancel = wait > 0 ? onTimer(Math.min(wait, TIMER_MS_MAX), () => (now() < due ? arm() : run())) : onNextTurn(run);
      };
      arm();
      return () => cancel();
    },
    sleep: (span, signal) => sleepOn(clock, span, signal),
  };
  return clock;
}
