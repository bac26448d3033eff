/** Where the stream is now: signal time by frames while they come, by the clock while they do not. */
import { type Clock, type Micros, toSeconds } from '../../kernel/index.ts';

export interface StreamClock {
  /** Frames up to `nextFrame` (exclusive) have arrived by now, at `sampleRate`. */
  arrived(nextFrame: number, sampleRate: number): void;
  /** Seconds of signal time now. 0 before the first frame. */
  now(): number;
  /** Clock time and signal time of the last arrival, undefined before the first one. */
  readonly last: { readonly at: Micros; readonly t: number } | undefined;
}

export function createStreamClock(clock: Clock): StreamClock {
  let last: { at: Micros; t: number } | undefined;
  return {
    arrived(nextFrame, sampleRate) {
      last ??= { at: clock.now(), t: 0 };
      last.at = clock.now();
      last.t = nextFrame / sampleRate;
    },
    now: () => (last ? last.t + toSeconds((clock.now() - last.at) as Micros) : 0),
    get last() {
      return last;
    },
  };
}
