/** The leads of a 12-lead ECG: eight are sent, four are derived (spec device-protocol, section 1). */
export const TRANSMITTED_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type TransmittedLead = (typeof TRANSMITTED_LEADS)[number];

export const LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type Lead = (typeof LEADS)[number];

/** Electrodes of a 10-wire cable. RL is the driven one: it has no connection bit. */
export const ELECTRODES = ['RA', 'LA', 'LL', 'RL', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type Electrode = (typeof ELECTRODES)[number];

/** Electrodes with a connection bit, in the order of the bits of a `connected` mask: bit 0 is RA. */
export const SENSED_ELECTRODES = ['RA', 'LA', 'LL', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type SensedElectrode = (typeof SENSED_ELECTRODES)[number];

/** All nine on. */
export const ALL_CONNECTED = 0x1ff;

/** The electrodes a lead is made of: it is worth nothing when one of them is off. Chest leads lean on all three limbs. */
export const ELECTRODES_OF: Readonly<Record<Lead, readonly SensedElectrode[]>> = {
  I: ['RA', 'LA'],
  II: ['RA', 'LL'],
  III: ['LA', 'LL'],
  aVR: ['RA', 'LA', 'LL'],
  aVL: ['RA', 'LA', 'LL'],
  aVF: ['RA', 'LA', 'LL'],
  V1: ['RA', 'LA', 'LL', 'V1'],
  V2: ['RA', 'LA', 'LL', 'V2'],
  V3: ['RA', 'LA', 'LL', 'V3'],
  V4: ['RA', 'LA', 'LL', 'V4'],
  V5: ['RA', 'LA', 'LL', 'V5'],
  V6: ['RA', 'LA', 'LL', 'V6'],
};

/** III, aVR, aVL, aVF from I and II, in the unit of I and II. Only on baseline-corrected signals (Einthoven 1913, Goldberger 1942). */
export const deriveIII = (i: number, ii: number): number => ii - i;
export const deriveAVR = (i: number, ii: number): number => -(i + ii) / 2;
export const deriveAVL = (i: number, ii: number): number => i - ii / 2;
export const deriveAVF = (i: number, ii: number): number => ii - i / 2;

const bitOf = (electrode: SensedElectrode): number => 1 << SENSED_ELECTRODES.indexOf(electrode);

/** The bits of these electrodes in a `connected` mask. */
export const electrodeMask = (electrodes: readonly SensedElectrode[]): number =>
  electrodes.reduce((mask, electrode) => mask | bitOf(electrode), 0);

/** The bits a lead needs: it is worth something when `(connected & LEAD_MASKS[lead]) === LEAD_MASKS[lead]`. */
export const LEAD_MASKS = Object.fromEntries(LEADS.map((lead) => [lead, electrodeMask(ELECTRODES_OF[lead])])) as Readonly<
  Record<Lead, number>
>;

/** Names of the electrodes that are off in a `connected` mask. */
export const electrodesOff = (connected: number): readonly SensedElectrode[] =>
  SENSED_ELECTRODES.filter((electrode) => (connected & bitOf(electrode)) === 0);
