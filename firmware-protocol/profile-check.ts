import { TRANSMITTED_LEADS } from './leads.ts';
import type { DeviceProfile } from './profile.ts';

const CHECKSUMS: readonly unknown[] = ['sum7', 'sum8', 'xor8', 'zero', 'ignore'];

const whole = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
const within = (value: unknown, min: number, max: number): boolean => typeof value === 'number' && value >= min && value <= max;
const oneOf =
  (...accepted: readonly unknown[]) =>
  (value: unknown): boolean =>
    accepted.includes(value);

function isChecksum(value: unknown): boolean {
  if (typeof value === 'object' && value !== null && 'fixed' in value) return whole(value.fixed, 0, 255);
  return CHECKSUMS.includes(value);
}

interface Rule {
  readonly accepts: string;
  readonly holds: (value: unknown) => boolean;
}

const RULES: Readonly<Record<keyof DeviceProfile, Rule>> = {
  id: { accepts: 'a name', holds: (value) => typeof value === 'string' && value !== '' },
  protocol: { accepts: 'ecg12-binary or ecg12-ascii', holds: oneOf('ecg12-binary', 'ecg12-ascii') },
  baud: { accepts: 'a whole number 50..4000000', holds: (value) => whole(value, 50, 4_000_000) },
  sampleRate: { accepts: 'a number 1..100000 (frames per second)', holds: (value) => within(value, 1, 100_000) },
  countsPerMv: { accepts: 'a number 1..100000', holds: (value) => within(value, 1, 100_000) },
  baseline: { accepts: 'counts 0..4095 per lead', holds: (value) => typeof value === 'object' && value !== null },
  chestReference: { accepts: 'RA or wilson', holds: oneOf('RA', 'wilson') },
  checksum: { accepts: 'sum7, sum8, xor8, zero, ignore or { fixed: 0..255 }', holds: isChecksum },
  byteOrder: { accepts: 'msb-first or lsb-first', holds: oneOf('msb-first', 'lsb-first') },
  counterModulo: { accepts: 'a whole number 2..256', holds: (value) => whole(value, 2, 256) },
};

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

function refuse(id: string, field: string, value: unknown, accepts: string): never {
  throw new RangeError(`device profile "${id}": ${field} is ${shown(value)}, it must be ${accepts}`);
}

/** The same profile, or a RangeError that says which field is wrong and what it accepts. */
export function checkProfile(profile: DeviceProfile): DeviceProfile {
  for (const field of Object.keys(profile)) {
    if (!Object.hasOwn(RULES, field)) {
      throw new RangeError(`device profile "${profile.id}": there is no field "${field}", use ${Object.keys(RULES).join(', ')}`);
    }
  }
  for (const [field, { accepts, holds }] of Object.entries(RULES)) {
    const value = profile[field as keyof DeviceProfile];
    if (!holds(value)) refuse(profile.id, field, value, accepts);
  }
  for (const [lead, counts] of Object.entries(profile.baseline)) {
    if (!(TRANSMITTED_LEADS as readonly string[]).includes(lead)) {
      throw new RangeError(`device profile "${profile.id}": baseline.${lead} is no lead on the wire, use ${TRANSMITTED_LEADS.join(', ')}`);
    }
    if (!within(counts, 0, 4095)) refuse(profile.id, `baseline.${lead}`, counts, 'counts 0..4095');
  }
  return profile;
}
