import { LINE_BYTES_MAX } from './ecg12-ascii/line.ts';
import { FRAME_BYTES } from './ecg12-binary/layout.ts';
import { TRANSMITTED_LEADS } from './leads.ts';
import type { DeviceProfile } from './profile.ts';

/** Start bit, eight data bits, stop bit (8N1). */
const BITS_PER_BYTE = 10;
const WORD_BYTES = 2;
const STANDARD_BAUDS = [9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600, 1_000_000, 2_000_000, 4_000_000];

export interface LinkBudget {
  readonly neededBytesPerS: number;
  readonly availableBytesPerS: number;
  readonly fits: boolean;
  /** One sentence for people, with the remedy when it does not fit. */
  readonly text: string;
}

/** Lines per second of the ascii generation that a baud rate carries when every column has four digits. */
export const lineRateMax = (baud: number): number => Math.max(1, Math.floor(baud / BITS_PER_BYTE / LINE_BYTES_MAX));

/**
 * Does the stream of this profile fit its wire? `bitsPerByte` is 11 with parity or a second stop bit. `leads` other than the eight
 * on the wire ask what a longer frame of 16-bit words would need.
 */
export function linkBudget(
  profile: Pick<DeviceProfile, 'protocol' | 'baud' | 'sampleRate'>,
  { bitsPerByte = BITS_PER_BYTE, leads = TRANSMITTED_LEADS.length }: { bitsPerByte?: number; leads?: number } = {},
): LinkBudget {
  const { protocol, baud, sampleRate } = profile;
  const frameBytes =
    protocol === 'ecg12-ascii'
      ? Math.ceil((LINE_BYTES_MAX / TRANSMITTED_LEADS.length) * leads)
      : FRAME_BYTES + WORD_BYTES * (leads - TRANSMITTED_LEADS.length);
  const neededBytesPerS = frameBytes * sampleRate;
  const availableBytesPerS = baud / bitsPerByte;
  const fits = neededBytesPerS <= availableBytesPerS;
  const load = `${leads} leads at ${sampleRate} frames/s of ${frameBytes} bytes need ${Math.ceil(neededBytesPerS)} B/s`;
  const wire = `${baud} baud carries ${Math.floor(availableBytesPerS)} B/s at ${bitsPerByte} bits a byte`;
  if (fits) {
    const share = ((100 * neededBytesPerS) / availableBytesPerS).toFixed(1);
    return { neededBytesPerS, availableBytesPerS, fits, text: `${load}, ${wire}: ${share} % of the wire` };
  }
  const needed = neededBytesPerS * bitsPerByte;
  const faster = STANDARD_BAUDS.find((standard) => standard >= needed) ?? Math.ceil(needed);
  const slower = Math.floor(availableBytesPerS / frameBytes);
  const remedy = `raise the baud rate to ${faster} or lower the sample rate to ${slower}`;
  return { neededBytesPerS, availableBytesPerS, fits, text: `${load}, but ${wire}: ${remedy}` };
}
