/** Signal quality per lead as events: in quarters, when one is left for good, so that a steady signal says nothing. */
import type { LeadLabel, QualityEvent } from '../events.ts';

const STEP = 0.25;
/** How far beyond the border of its quarter an index must be. */
const MARGIN = 0.08;

export interface QualityReport {
  /** `quality` 0..1 per lead; leads outside the mask `usable` count 0. */
  report(t: number, quality: Float64Array, usable: number): void;
}

export function createQualityReport(leads: readonly LeadLabel[], emit: (event: QualityEvent) => void): QualityReport {
  const told = new Float64Array(leads.length).fill(1);

  return {
    report(t, quality, usable) {
      for (let lead = 0; lead < leads.length; lead += 1) {
        const index = (usable >>> lead) & 1 ? quality[lead]! : 0;
        if (Math.abs(index - told[lead]!) <= STEP / 2 + MARGIN) continue;
        told[lead] = Math.round(index / STEP) * STEP;
        emit({ kind: 'quality', t, lead: leads[lead]!, index: told[lead]! });
      }
    },
  };
}
