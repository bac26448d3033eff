/** Connection bits with patience: an electrode is off once its bit has been clear for a while, and on once it has been set for longer. */
import { ALL_CONNECTED, SENSED_ELECTRODES } from '../../firmware-protocol/index.ts';

const OFF_AFTER_S = 0.1;
const ON_AFTER_S = 0.5;

export interface ConnectionBits {
  /** The mask of a frame has changed. */
  change(connected: number, index: number): void;
  /** At fixed sample times. */
  tick(index: number): void;
  /** Mask of the last frame. */
  readonly now: number;
  /** Mask of electrodes that count as off. */
  readonly off: number;
}

export function createConnectionBits(sampleRate: number): ConnectionBits {
  const changedAt = new Float64Array(SENSED_ELECTRODES.length);
  let now = ALL_CONNECTED;
  let off = 0;

  return {
    change(connected, index) {
      for (let e = 0; e < changedAt.length; e += 1) if (((connected ^ now) >>> e) & 1) changedAt[e] = index;
      now = connected;
    },
    tick(index) {
      for (let e = 0; e < changedAt.length; e += 1) {
        const isOff = ((now >>> e) & 1) === 0;
        if ((index - changedAt[e]!) / sampleRate < (isOff ? OFF_AFTER_S : ON_AFTER_S)) continue;
        off = isOff ? off | (1 << e) : off & ~(1 << e);
      }
    },
    get now() {
      return now;
    },
    get off() {
      return off;
    },
  };
}
