import type { Samples } from './signal-format.ts';

/** Sum of the samples modulo 65536 as a signed 16-bit number, as WFDB headers carry it. */
export function checksumOf(samples: Samples): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i += 1) sum = (sum + samples[i]!) | 0;
  return (sum << 16) >> 16;
}

/** Some writers store the sum without a sign. */
export const sameChecksum = (a: number, b: number): boolean => ((a ^ b) & 0xffff) === 0;
