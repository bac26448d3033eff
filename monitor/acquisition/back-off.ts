import { type Micros, ms } from '../../kernel/index.ts';

const FIRST = ms(100);
const LAST = ms(2000);

/** Waiting times between attempts: 100 ms, doubling, at most 2 s. No chance in it: one port has one monitor. */
export interface BackOff {
  next(): Micros;
  /** It worked: the next wait is the shortest one again. */
  reset(): void;
}

export function createBackOff(): BackOff {
  let wait = FIRST;
  return {
    next() {
      const now = wait;
      wait = Math.min(LAST, 2 * wait) as Micros;
      return now;
    },
    reset() {
      wait = FIRST;
    },
  };
}
