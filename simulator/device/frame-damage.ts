import { binaryLayout } from '../../firmware-protocol/index.ts';
import type { LinkFault } from '../contract.ts';

/** Faults that hit the bytes of one frame. */
export type ByteFault = Extract<LinkFault, { readonly at?: number }>;

/** Where a fault falls when nobody says: the upper byte of lead II. */
const PLACE = 7;
/** Any byte that is no marker. */
const EXTRA_BYTE = 0x55;

/**
 * Damages the frame at `start..end` in place and returns its new end. `at` counts bytes from the start of the frame; past its end
 * the last byte is meant. The buffer must have room for one byte more.
 */
export function damageFrame(bytes: Uint8Array, start: number, end: number, { kind, at = PLACE }: ByteFault): number {
  const place = Math.min(start + at, end - 1);
  if (kind === 'drop-byte') {
    bytes.copyWithin(place, place + 1, end);
    return end - 1;
  }
  if (kind === 'insert-byte' || kind === 'stray-start') {
    bytes.copyWithin(place + 1, place, end);
    bytes[place] = kind === 'stray-start' ? binaryLayout.START.value : EXTRA_BYTE;
    return end + 1;
  }
  // one low bit: a checksum stays what it was in its upper bits, never a marker by accident
  const hit = kind === 'bad-checksum' ? start + binaryLayout.CHECKSUM.at : place;
  bytes[hit] = bytes[hit]! ^ 1;
  return end;
}
