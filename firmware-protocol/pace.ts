import type { Micros } from '../kernel/index.ts';

/**
 * What arrival times say about lost frames. A counter tells a loss only up to whole turns; time tells the turns. But late bytes are
 * no proof of loss: a host or a writer that slept hands over its backlog late and complete. So a long silence opens a debt, what is
 * delivered faster than real time pays it back, and what is still owed after a moment was lost.
 */
export interface Pace {
  /** A push begins. */
  begin(at: Micros, bytes: number): void;
  /**
   * Frame periods without a frame, between the last frame and one that ends `bytesAfter` bytes before the end of this push.
   * `placed`: frames and gaps of this push that have their place on the time axis already.
   */
  missingBefore(bytesAfter: number, placed: number): number;
  /** True when this push may be one of several that hand over a backlog: how late its frames are says nothing yet. */
  readonly mayBeBacklog: boolean;
  /** The debt has become a gap. */
  forgive(): void;
  /** The next frame is the first one. */
  forget(): void;
  /** The push is over and placed this many frames and gaps. Returns the frames to count as lost now: a multiple of `step`, mostly 0. */
  settle(placed: number): number;
}

export interface PaceOptions {
  readonly sampleRate: number;
  /** Mean bytes per frame on the wire, for frames that wait within one push. */
  readonly frameBytes: number;
  /** Frames of a counter turn. A debt opens at half of it. */
  readonly turn: number;
  /** A loss seen by time alone is a multiple of this: the turn where a counter fixes the rest, 1 without a counter. */
  readonly step: number;
}

const US_PER_S = 1e6;
/** A debt is looked at this often: a backlog in small pieces needs time to show that it shrinks. */
const PATIENCE_US = 100_000;
/** A debt that fell by this many frames in between is still being paid. */
const PAYMENT_FRAMES = 4;
/** What one read of a Linux terminal returns at most (N_TTY_BUF_SIZE - 1): a longer push may be one of several. */
const READ_BYTES_MAX = 4095;

export function createPace({ sampleRate, frameBytes, turn, step }: PaceOptions): Pace {
  let pushAt = 0;
  let pushBytes = 0;
  let lastAt: number | undefined;
  let usual = Number.POSITIVE_INFINITY;
  let debt = 0;
  /** When it was last looked at, and what it was then. */
  let debtSince = 0;
  let debtThen = 0;

  const elapsed = (): number => (lastAt === undefined ? 0 : ((pushAt - lastAt) * sampleRate) / US_PER_S);

  function openDebt(frames: number): void {
    debt = frames;
    debtThen = frames;
    debtSince = pushAt;
  }

  function owed(late: number, surprise: number): number {
    if (debt === 0) {
      if (surprise >= turn / 2) openDebt(late);
      return 0;
    }
    debt += late;
    if (debt < turn / 2) debt = 0;
    if (debt === 0 || pushAt - debtSince < PATIENCE_US) return 0;
    if (debt <= debtThen - PAYMENT_FRAMES) {
      openDebt(debt);
      return 0;
    }
    const lost = Math.round(debt / step) * step;
    debt = 0;
    return lost;
  }

  return {
    begin(at, bytes) {
      pushAt = at;
      pushBytes = bytes;
    },
    missingBefore: (bytesAfter, placed) => (lastAt === undefined ? 0 : elapsed() + debt - bytesAfter / frameBytes - placed - 1),
    get mayBeBacklog() {
      return pushBytes >= READ_BYTES_MAX;
    },
    forgive() {
      debt = 0;
    },
    forget() {
      debt = 0;
      lastAt = undefined;
      usual = Number.POSITIVE_INFINITY;
    },
    settle(placed) {
      if (placed === 0) return 0;
      const isFirst = lastAt === undefined;
      const late = isFirst ? 0 : elapsed() - placed;
      lastAt = pushAt;
      if (isFirst) return 0;
      // A device that is slow by nature is late in every push: only a lateness out of the ordinary opens a debt.
      const surprise = Math.min(late, late - usual);
      usual = late;
      return owed(late, surprise);
    },
  };
}
