import type { Checksum } from './profile.ts';

/** A checksum in the form the inner loops read: what is folded over the sample bytes, and what the byte on the wire is then. */
export interface ChecksumRule {
  readonly fold: 'sum' | 'xor' | 'none';
  readonly mask: number;
  /** The byte itself when nothing is folded. */
  readonly value: number;
  /** False: any byte will do. */
  readonly checked: boolean;
}

const RULES: Readonly<Record<Extract<Checksum, string>, ChecksumRule>> = {
  // Seven bits, so that the checksum can never look like a marker.
  sum7: { fold: 'sum', mask: 0x7f, value: 0, checked: true },
  sum8: { fold: 'sum', mask: 0xff, value: 0, checked: true },
  xor8: { fold: 'xor', mask: 0xff, value: 0, checked: true },
  zero: { fold: 'none', mask: 0xff, value: 0, checked: true },
  ignore: { fold: 'none', mask: 0xff, value: 0, checked: false },
};

export const compileChecksum = (checksum: Checksum): ChecksumRule =>
  typeof checksum === 'object' ? { fold: 'none', mask: 0xff, value: checksum.fixed, checked: true } : RULES[checksum];

/** The checksum byte for sample bytes whose sum and exclusive-or are known. */
export function checksumByte(rule: ChecksumRule, sum: number, xor: number): number {
  if (rule.fold === 'sum') return sum & rule.mask;
  return rule.fold === 'xor' ? xor & rule.mask : rule.value;
}
