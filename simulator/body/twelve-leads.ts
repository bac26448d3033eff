/** The twelve leads as differences of electrode potentials, in the order of LEADS: nothing is copied from one lead to another. */
import { LEADS } from '../../firmware-protocol/index.ts';
import { LEADS_SENT } from './electrodes.ts';

export const TWELVE = LEADS.length;

/** From eight leads, frame-major, to twelve, frame-major: `out[i * 12 + lead]`, mV. */
export function toTwelveLeads(leads: Float32Array, out: Float32Array, count: number): void {
  for (let i = 0, from = 0, to = 0; i < count; i += 1, from += LEADS_SENT, to += TWELVE) {
    const leadI = leads[from]!;
    const leadII = leads[from + 1]!;
    const ra = -(leadI + leadII) / 3;
    const la = (2 * leadI - leadII) / 3;
    const ll = (2 * leadII - leadI) / 3;
    out[to] = la - ra;
    out[to + 1] = ll - ra;
    out[to + 2] = ll - la;
    out[to + 3] = ra - (la + ll) / 2;
    out[to + 4] = la - (ra + ll) / 2;
    out[to + 5] = ll - (ra + la) / 2;
    for (let chest = 2; chest < LEADS_SENT; chest += 1) out[to + 4 + chest] = leads[from + chest]!;
  }
}
