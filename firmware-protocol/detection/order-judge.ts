import { CONNECTED, CONNECTED_LL, SAMPLE_HIGH, SAMPLE_LOW, WORDS } from '../ecg12-binary/layout.ts';
import { TRANSMITTED_LEADS } from '../leads.ts';
import type { DeviceProfile } from '../profile.ts';

export type ByteOrder = DeviceProfile['byteOrder'];

/** Collects evidence on the order of the two bytes of a word. */
export interface OrderJudge {
  /** Looks at the good frame at `at`. */
  see(bytes: Uint8Array, at: number): void;
  /** The order, once it is beyond doubt. */
  readonly certain: ByteOrder | undefined;
  /** The likelier order so far. */
  readonly guess: ByteOrder;
}

const LEADS_PER_FRAME = TRANSMITTED_LEADS.length;
const WORD_II = TRANSMITTED_LEADS.indexOf('II');
/** Bit 6 of a high byte is 0 in every word but II, where it means LL. */
const NEVER_IN_HIGH = CONNECTED_LL;
/** One such byte may be damage, two are a pattern. */
const CONTRADICTIONS_MIN = 2;
/** Frames before smoothness may speak, and by how much one order must be smoother: low bits read as high ones jump 30 times as far. */
const FRAMES_MIN = 64;
const SMOOTHER = 4;

/** What speaks for one reading: `high` and `low` are the offsets of the bytes in a word. */
function createReading(high: number, low: number) {
  const last = new Int16Array(LEADS_PER_FRAME);
  const reading = {
    contradictions: 0,
    /** Electrodes on. */
    connected: 0,
    /** Sum of the steps from frame to frame, in counts. */
    roughness: 0,
    see(bytes: Uint8Array, words: number, isFirst: boolean): void {
      let contradicts = false;
      for (let lead = 0; lead < LEADS_PER_FRAME; lead += 1) {
        const upper = bytes[words + 2 * lead + high]!;
        const sample = ((upper & SAMPLE_HIGH) << 7) | (bytes[words + 2 * lead + low]! & SAMPLE_LOW);
        if (lead !== WORD_II && (upper & NEVER_IN_HIGH) !== 0) contradicts = true;
        if ((upper & CONNECTED) !== 0) reading.connected += 1;
        if (!isFirst) reading.roughness += Math.abs(sample - last[lead]!);
        last[lead] = sample;
      }
      if (contradicts) reading.contradictions += 1;
    },
  };
  return reading;
}

/**
 * Rules, strongest first: a bit that a high byte never has shows up in the byte that would be the high one (in two frames, and never in
 * the other reading); after 64 frames one reading is four times as smooth as the other. Until then the guess is the reading with more
 * electrodes on, and `fallback` when both have the same.
 */
export function createOrderJudge(fallback: ByteOrder): OrderJudge {
  const msb = createReading(0, 1);
  const lsb = createReading(1, 0);
  let frames = 0;

  function certain(): ByteOrder | undefined {
    if (msb.contradictions >= CONTRADICTIONS_MIN && lsb.contradictions === 0) return 'lsb-first';
    if (lsb.contradictions >= CONTRADICTIONS_MIN && msb.contradictions === 0) return 'msb-first';
    if (frames < FRAMES_MIN) return undefined;
    if (msb.roughness > SMOOTHER * lsb.roughness) return 'lsb-first';
    return lsb.roughness > SMOOTHER * msb.roughness ? 'msb-first' : undefined;
  }

  return {
    see(bytes, at) {
      msb.see(bytes, at + WORDS.at, frames === 0);
      lsb.see(bytes, at + WORDS.at, frames === 0);
      frames += 1;
    },
    get certain() {
      return certain();
    },
    get guess() {
      if (msb.connected === lsb.connected) return certain() ?? fallback;
      return certain() ?? (msb.connected > lsb.connected ? 'msb-first' : 'lsb-first');
    },
  };
}
