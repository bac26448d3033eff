/**
 * From leads to electrode potentials and back. Potentials are against Wilson's terminal, LA + RA + LL = 0, so eight leads give nine
 * potentials without loss: RA = -(I + II)/3, LA = (2 I - II)/3, LL = (2 II - I)/3, Vn as it is. Whatever happens to a potential after
 * that, leads computed from it obey Einthoven and Goldberger.
 */
import { SENSED_ELECTRODES } from '../../firmware-protocol/index.ts';

export const LEADS_SENT = 8;
export const WIRES = SENSED_ELECTRODES.length;
/** Where the chest electrodes begin among SENSED_ELECTRODES. */
const CHEST = 3;

/** One row of potentials per electrode, in the order of SENSED_ELECTRODES: RA, LA, LL, V1..V6. */
export type Potentials = readonly Float64Array[];

export const createPotentials = (frames: number): Potentials => Array.from({ length: WIRES }, () => new Float64Array(frames));

export function leadsToPotentials(leads: Float32Array, at: number, potentials: Potentials, count: number): void {
  const [ra, la, ll] = potentials as readonly [Float64Array, Float64Array, Float64Array];
  for (let i = 0, o = at * LEADS_SENT; i < count; i += 1, o += LEADS_SENT) {
    const leadI = leads[o]!;
    const leadII = leads[o + 1]!;
    ra[i] = -(leadI + leadII) / 3;
    la[i] = (2 * leadI - leadII) / 3;
    ll[i] = (2 * leadII - leadI) / 3;
  }
  for (let chest = CHEST; chest < WIRES; chest += 1) {
    const row = potentials[chest]!;
    for (let i = 0, o = at * LEADS_SENT + chest - 1; i < count; i += 1, o += LEADS_SENT) row[i] = leads[o]!;
  }
}

export function potentialsToLeads(potentials: Potentials, leads: Float32Array, at: number, count: number): void {
  const [ra, la, ll] = potentials as readonly [Float64Array, Float64Array, Float64Array];
  for (let i = 0, o = at * LEADS_SENT; i < count; i += 1, o += LEADS_SENT) {
    leads[o] = la[i]! - ra[i]!;
    leads[o + 1] = ll[i]! - ra[i]!;
  }
  for (let chest = CHEST; chest < WIRES; chest += 1) {
    const row = potentials[chest]!;
    for (let i = 0, o = at * LEADS_SENT + chest - 1; i < count; i += 1, o += LEADS_SENT) {
      leads[o] = row[i]! - (ra[i]! + la[i]! + ll[i]!) / 3;
    }
  }
}
