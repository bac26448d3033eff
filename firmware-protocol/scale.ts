import { TRANSMITTED_LEADS } from './leads.ts';
import type { DeviceProfile } from './profile.ts';

const LEADS_PER_FRAME = TRANSMITTED_LEADS.length;
/** V1 in frame order: what follows are chest leads. */
const CHEST = 2;
const COUNTS_MAX = 4095;

/** Between ADC counts and millivolts for one profile. Blocks are frame-major, `[i * 8 + lead]`; nothing is allocated. */
export interface Scale {
  /**
   * Counts to mV, chest leads against Wilson's terminal whatever the device refers them to. Chest channels against RA become V leads
   * by subtracting (I + II) / 3, Wilson's terminal seen from RA.
   */
  countsToMillivolts(samples: Uint16Array, count: number, out: Float32Array): void;
  /** The inverse: mV (chest leads against Wilson's terminal) to whole counts, held at the rails 0 and 4095. */
  millivoltsToCounts(leads: Float32Array, count: number, out: Uint16Array): void;
}

export function createScale(profile: Pick<DeviceProfile, 'countsPerMv' | 'baseline' | 'chestReference'>): Scale {
  const { countsPerMv } = profile;
  const zero = Float64Array.from(TRANSMITTED_LEADS, (lead) => profile.baseline[lead]);
  const wilsonShare = profile.chestReference === 'RA' ? 1 / 3 : 0;

  function countsToMillivolts(samples: Uint16Array, count: number, out: Float32Array): void {
    for (let at = 0; at < count * LEADS_PER_FRAME; at += LEADS_PER_FRAME) {
      const limbI = samples[at]! - zero[0]!;
      const limbII = samples[at + 1]! - zero[1]!;
      const wilson = (limbI + limbII) * wilsonShare;
      out[at] = limbI / countsPerMv;
      out[at + 1] = limbII / countsPerMv;
      for (let lead = CHEST; lead < LEADS_PER_FRAME; lead += 1) {
        out[at + lead] = (samples[at + lead]! - zero[lead]! - wilson) / countsPerMv;
      }
    }
  }

  function millivoltsToCounts(leads: Float32Array, count: number, out: Uint16Array): void {
    for (let at = 0; at < count * LEADS_PER_FRAME; at += LEADS_PER_FRAME) {
      const wilson = (leads[at]! + leads[at + 1]!) * wilsonShare;
      for (let lead = 0; lead < LEADS_PER_FRAME; lead += 1) {
        const millivolts = leads[at + lead]! + (lead < CHEST ? 0 : wilson);
        const counts = Math.round(zero[lead]! + millivolts * countsPerMv);
        out[at + lead] = counts < 0 ? 0 : counts > COUNTS_MAX ? COUNTS_MAX : counts;
      }
    }
  }

  return { countsToMillivolts, millivoltsToCounts };
}
