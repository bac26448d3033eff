import { TRANSMITTED_LEADS, type TransmittedLead } from './leads.ts';
import { lineRateMax } from './link-budget.ts';
import type { DeviceProfile } from './profile.ts';
import { checkProfile } from './profile-check.ts';

const FIELD: DeviceProfile = {
  id: 'field',
  protocol: 'ecg12-binary',
  baud: 115_200,
  sampleRate: 500,
  countsPerMv: 1480,
  baseline: { I: 2003, II: 1983, V1: 2011, V2: 1976, V3: 1931, V4: 1878, V5: 1905, V6: 1913 },
  chestReference: 'RA',
  checksum: 'sum7',
  byteOrder: 'msb-first',
  counterModulo: 64,
};

const IDEAL: DeviceProfile = {
  ...FIELD,
  id: 'ideal',
  countsPerMv: 1000,
  baseline: Object.fromEntries(TRANSMITTED_LEADS.map((lead) => [lead, 2048])) as Record<TransmittedLead, number>,
  chestReference: 'wilson',
};

/** `field`: scale, offsets and chest reference as measured on recordings of the rollout. `ideal`: round numbers, Wilson's terminal. */
export const PROFILES: Readonly<Record<string, DeviceProfile>> = { field: FIELD, ideal: IDEAL };

export type ProfileOverrides = Partial<Omit<DeviceProfile, 'baseline'>> & { readonly baseline?: Partial<DeviceProfile['baseline']> };

/**
 * A profile by name with some fields set otherwise. `baseline` may name only the leads that differ. The ascii generation gets the
 * line rate its baud rate carries, unless a sample rate is given.
 * Throws a RangeError that names the field and what it accepts.
 */
export function resolveProfile(id: string, overrides: ProfileOverrides = {}): DeviceProfile {
  const base = Object.hasOwn(PROFILES, id) ? PROFILES[id] : undefined;
  if (!base) throw new RangeError(`unknown device profile "${id}": use one of ${Object.keys(PROFILES).join(', ')}`);
  const merged = { ...base, ...overrides, baseline: { ...base.baseline, ...overrides.baseline } };
  const followsBaud = merged.protocol === 'ecg12-ascii' && overrides.sampleRate === undefined;
  return checkProfile(followsBaud ? { ...merged, sampleRate: lineRateMax(merged.baud) } : merged);
}
