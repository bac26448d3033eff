/** A wave frame as twelve planes of millivolts, in the order of LEADS: eight sent, four derived, breaks where an electrode was off. */
import {
  deriveAVF,
  deriveAVL,
  deriveAVR,
  deriveIII,
  LEAD_MASKS,
  LEADS,
  type Lead,
  TRANSMITTED_LEADS,
} from '../../../firmware-protocol/index.ts';
import { LEAD_OFF } from '../../../look/index.ts';
import type { WaveFrame } from '../../server/wave-frame.ts';

export interface LeadPlanes {
  /** Valid until the next call; planes may be longer than `frame.count`. */
  fill(frame: WaveFrame): readonly Float32Array[];
}

const SENT_AT: ReadonlyMap<Lead, number> = new Map(TRANSMITTED_LEADS.map((lead, i) => [lead, i]));
const DERIVED: Partial<Record<Lead, (i: number, ii: number) => number>> = {
  III: deriveIII,
  aVR: deriveAVR,
  aVL: deriveAVL,
  aVF: deriveAVF,
};

export function createLeadPlanes(): LeadPlanes {
  let planes: Float32Array[] = [];

  function fill({ count, data, microvoltsPerLsb, electrodesOff }: WaveFrame): readonly Float32Array[] {
    if ((planes[0]?.length ?? 0) < count) planes = LEADS.map(() => new Float32Array(count));
    const millivoltsPerLsb = microvoltsPerLsb / 1000;
    for (const [n, lead] of LEADS.entries()) {
      const plane = planes[n]!;
      if ((electrodesOff & LEAD_MASKS[lead]) !== 0) {
        plane.fill(LEAD_OFF, 0, count);
        continue;
      }
      const derive = DERIVED[lead];
      const at = count * (SENT_AT.get(lead) ?? 0);
      for (let i = 0; i < count; i += 1) {
        plane[i] = millivoltsPerLsb * (derive ? derive(data[i]!, data[count + i]!) : data[at + i]!);
      }
    }
    return planes;
  }

  return { fill };
}
