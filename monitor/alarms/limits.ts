/**
 * Limits when the profile of the patient says nothing else. Brady 50 and tachy 120: the factory setting of adult monitors
 * (Philips IntelliVue). Extreme 40 and 140, asystole 4 s: the alarm definitions of the PhysioNet/CinC challenge 2015.
 */
import type { AlarmLimits } from '../contract.ts';

export const DEFAULT_LIMITS: AlarmLimits = { bradyBpm: 50, tachyBpm: 120, extremeBradyBpm: 40, extremeTachyBpm: 140, asystoleS: 4 };

const RATE_MIN = 10;
const RATE_MAX = 300;

/** The defaults with some limits set otherwise. Throws a RangeError that names the limit and what it accepts. */
export function resolveLimits(overrides: Partial<AlarmLimits> = {}): AlarmLimits {
  const limits = { ...DEFAULT_LIMITS, ...overrides };
  for (const key of ['bradyBpm', 'tachyBpm', 'extremeBradyBpm', 'extremeTachyBpm'] as const) {
    const value = limits[key];
    if (!(value >= RATE_MIN && value <= RATE_MAX)) {
      throw new RangeError(`alarm limit ${key} must be ${RATE_MIN}..${RATE_MAX} bpm, got ${value}`);
    }
  }
  if (limits.bradyBpm >= limits.tachyBpm) {
    throw new RangeError(`alarm limit bradyBpm (${limits.bradyBpm}) must be below tachyBpm (${limits.tachyBpm})`);
  }
  if (!(limits.asystoleS >= 3 && limits.asystoleS <= 10)) {
    throw new RangeError(`alarm limit asystoleS must be 3..10 s, got ${limits.asystoleS}`);
  }
  return limits;
}
