import type { BlockWriter } from '../block-writer.ts';
import { TRANSMITTED_LEADS } from '../leads.ts';
import type { DeviceProfile } from '../profile.ts';
import { CONNECTED, CONNECTED_LL, SAMPLE_HIGH, SAMPLE_LOW, WORDS } from './layout.ts';

const LEADS_PER_FRAME = TRANSMITTED_LEADS.length;
const CHEST = 2;
/** Bit of V1 in a mask over SENSED_ELECTRODES; bit 5 of its word moves there. */
const V1_BIT = 3;

/** Offset of the high byte in a word. */
export const highByteAt = (order: DeviceProfile['byteOrder']): number => (order === 'msb-first' ? 0 : 1);

/** Mask over SENSED_ELECTRODES: word I holds LA, word II holds RA and LL, each chest word its own electrode. */
function connectedMask(bytes: Uint8Array, high: number): number {
  const second = bytes[high + 2]!;
  let mask = ((second & CONNECTED) >> 5) | ((bytes[high]! & CONNECTED) >> 4) | ((second & CONNECTED_LL) >> 4);
  for (let lead = CHEST; lead < LEADS_PER_FRAME; lead += 1) {
    mask |= ((bytes[high + 2 * lead]! & CONNECTED) >> 5) << (V1_BIT + lead - CHEST);
  }
  return mask;
}

/**
 * Decodes the eight words of the good frame at `at` to the next place of `out`, and notes them as sent in `recent` from `noteAt`.
 * `highAt` is the offset of the high byte in a word.
 */
export function readWords(bytes: Uint8Array, at: number, highAt: number, out: BlockWriter, recent: Uint16Array, noteAt: number): void {
  const { samples } = out;
  const first = out.count * LEADS_PER_FRAME;
  const words = at + WORDS.at;
  const lowAt = 1 - highAt;
  for (let lead = 0; lead < LEADS_PER_FRAME; lead += 1) {
    const word = words + 2 * lead;
    samples[first + lead] = ((bytes[word + highAt]! & SAMPLE_HIGH) << 7) | (bytes[word + lowAt]! & SAMPLE_LOW);
    recent[noteAt + lead] = (bytes[word]! << 8) | bytes[word + 1]!;
  }
  out.connected[out.count] = connectedMask(bytes, words + highAt);
}
