/**
 * The clock of the screen. Blocks arrive in bursts and the device's clock is not ours, so the screen runs a little behind the newest
 * sample at an even pace, bends its pace to stay there, waits when it has run dry, and drops to the newest when it is far behind.
 */
export interface Playout {
  /** Samples up to here (excluded, fractional) may be seen now. Never more than `newest`, never going back but when the stream does. */
  advance(nowMs: number, newest: number): number;
  /** Start over at the next call, as at the beginning. */
  restart(): void;
}

/** Behind the newest sample in the steady state. */
const DELAY_S = 0.15;
/** Farther behind than this, the past is skipped. */
const BEHIND_S_MAX = 1;
/** Share of the error in delay that is made good per second, and the most the pace may bend: a trace must not visibly stretch. */
const PULL_PER_S = 0.3;
const BEND_MAX = 0.04;

export function createPlayout({ sampleRate }: { sampleRate: number }): Playout {
  const delay = DELAY_S * sampleRate;
  let position = Number.NaN;
  let lastMs = 0;
  let waiting = true;

  function advance(nowMs: number, newest: number): number {
    const passedS = Math.max(0, (nowMs - lastMs) / 1000);
    lastMs = nowMs;
    const isFar = !(Math.abs(newest - position) <= BEHIND_S_MAX * sampleRate);
    if (isFar) {
      position = Math.max(0, newest - delay);
      waiting = false;
      return position;
    }
    if (waiting && newest - position < delay) return position;
    waiting = false;
    const errorS = (newest - position - delay) / sampleRate;
    const pace = 1 + Math.max(-BEND_MAX, Math.min(BEND_MAX, PULL_PER_S * errorS));
    position += passedS * sampleRate * pace;
    if (position >= newest) {
      position = newest;
      waiting = true;
    }
    return position;
  }

  return {
    advance,
    restart() {
      position = Number.NaN;
    },
  };
}
