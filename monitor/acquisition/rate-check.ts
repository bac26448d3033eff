/**
 * Do frames come as often as the profile says? Counted against the clock over long windows, since single ones come late in bursts.
 * Only for saying that something is wrong: no measurement ever takes its time from here.
 */
import { type Clock, type Micros, seconds } from '../../kernel/index.ts';

const WINDOW = seconds(10);
/** A host that slept for a second hands over late: that much is not yet another rate. */
const TOLERANCE = 0.15;
/** Windows in a row. */
const WRONG_FROM = 2;

export interface RateCheck {
  /** So many frames have come. Returns frames per second when the verdict is news: a wrong rate, or null for a right one again. */
  count(frames: number): number | null | undefined;
  /** Frames were lost or the line was closed: the window begins anew. */
  interrupt(): void;
}

export function createRateCheck(clock: Pick<Clock, 'now'>, nominal: number): RateCheck {
  let from: Micros | undefined;
  let counted = 0;
  let wrong = 0;
  let isTold = false;

  function judge(rate: number): number | null | undefined {
    wrong = Math.abs(rate / nominal - 1) > TOLERANCE ? wrong + 1 : 0;
    if (wrong >= WRONG_FROM && !isTold) {
      isTold = true;
      return rate;
    }
    if (wrong > 0 || !isTold) return undefined;
    isTold = false;
    return null;
  }

  return {
    count(frames) {
      if (from === undefined) {
        from = clock.now();
        return undefined;
      }
      counted += frames;
      const span = clock.now() - from;
      if (span < WINDOW) return undefined;
      const rate = counted / (span / 1e6);
      from = clock.now();
      counted = 0;
      return judge(rate);
    },
    interrupt() {
      from = undefined;
      counted = 0;
      wrong = 0;
    },
  };
}
