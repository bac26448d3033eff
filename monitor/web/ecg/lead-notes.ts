import { ELECTRODES_OF, LEADS, type SensedElectrode } from '../../../firmware-protocol/index.ts';

/** What to write beside the name of each lead that an electrode is missing for: the electrode, where the name does not say it. */
export function leadNotes(electrodesOff: readonly string[]): Readonly<Record<string, string>> {
  const off = new Set(electrodesOff);
  const notes: Record<string, string> = {};
  for (const lead of LEADS) {
    const missing = ELECTRODES_OF[lead].filter((electrode: SensedElectrode) => off.has(electrode));
    if (missing.length === 0) continue;
    const limb = missing.filter((electrode) => electrode !== lead);
    notes[lead] = limb.length === 0 ? 'electrode off' : `${limb.join(', ')} off`;
  }
  return notes;
}
