/** Between leads and the electrodes they are made of. Masks over SENSED_ELECTRODES on one side, over the leads of a frame on the other. */
import { ELECTRODES_OF, LEADS, type Lead, SENSED_ELECTRODES, type SensedElectrode } from '../../firmware-protocol/index.ts';

const CHEST = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;

export interface ElectrodeMap {
  /** Leads that lack one of these electrodes. */
  leadsWithout(electrodes: number): number;
  /**
   * Electrodes that railed leads point at: a chest lead at its own; I and II at the wire they do not share, at RA when both rail, and
   * at every electrode when all leads do.
   */
  electrodesBehind(railed: number): number;
}

const isLead = (label: string): label is Lead => (LEADS as readonly string[]).includes(label);
export const electrodeBit = (electrode: SensedElectrode): number => 1 << SENSED_ELECTRODES.indexOf(electrode);

export function createElectrodeMap(leads: readonly string[]): ElectrodeMap {
  const all = 2 ** leads.length - 1;
  const needs = leads.map((label) => (isLead(label) ? ELECTRODES_OF[label].reduce((mask, one) => mask | electrodeBit(one), 0) : 0));
  const leadBit = (label: string): number => (leads.includes(label) ? 1 << leads.indexOf(label) : 0);
  const chest = CHEST.map((label) => ({ lead: leadBit(label), electrode: electrodeBit(label) }));
  const [limbI, limbII] = [leadBit('I'), leadBit('II')];
  const [ra, la, ll] = [electrodeBit('RA'), electrodeBit('LA'), electrodeBit('LL')];

  function electrodesBehind(railed: number): number {
    if (railed === 0) return 0;
    let off = 0;
    for (const { lead, electrode } of chest) if (railed & lead) off |= electrode;
    const [noI, noII] = [(railed & limbI) !== 0, (railed & limbII) !== 0];
    if (railed === all && noI && noII) return off | ra | la | ll;
    if (noI && noII) return off | ra;
    return off | (noI ? la : 0) | (noII ? ll : 0);
  }

  return {
    electrodesBehind,
    leadsWithout(electrodes) {
      let mask = 0;
      for (let lead = 0; lead < needs.length; lead += 1) if ((needs[lead]! & electrodes) !== 0) mask |= 1 << lead;
      return mask;
    },
  };
}
