/**
 * Electrodes that come off. The wire of a loose electrode floats to the rail of its amplifier, 25 mV away and far out of any ADC's
 * range, with some mains on it. When every wire is loose nothing pulls the inputs to a rail any more: they float about zero and pick up
 * mains from rail to rail, about half of the samples of an ADC of +-1.4 mV being at one. Coming off takes some ms, settling on skin more.
 */
import { ALL_CONNECTED, type Electrode, SENSED_ELECTRODES } from '../../firmware-protocol/index.ts';
import { type Potentials, WIRES } from './electrodes.ts';

const RAIL_MV = 25;
const PICK_UP_MV = 0.8;
const OFF_TAU_S = 0.004;
const ON_TAU_S = 0.04;
/** Below this share of a floating potential the contact is as good as ever. */
const SETTLED = 1e-6;
/** Mains on open inputs, mV and turns, RA LA LL V1..V6: a three-phase star on the limbs, so every lead sees 2 mV and more. */
const OPEN_MV = [1.3, 1.3, 1.3, 2.2, 2.3, 2.2, 2.4, 2.3, 2.2];
const OPEN_TURNS = [0, 0.33, 0.67, 0.3, 0.38, 0.45, 0.52, 0.6, 0.68];

interface Contact {
  off: boolean;
  /** How far the wire has left the skin, 0..1, and where it floats. */
  float: number;
  rail: number;
  pickUp: number;
  readonly inPhase: number;
  readonly quadrature: number;
}

/** Mains of peak 1, and the same a quarter of a turn later. */
export interface Hum {
  readonly hum: Float64Array;
  readonly quarter: Float64Array;
}

export interface Contacts {
  set(electrode: Electrode, state: 'on' | 'off'): void;
  readonly connected: number;
  /** True while a wire floats or settles. */
  readonly active: boolean;
  readonly drivenOff: boolean;
  /** Forgets contacts that have settled: only here, so that the cut of calls does not matter. */
  nextTick(): void;
  apply(potentials: Potentials, sound: Hum, count: number): void;
}

export function createContacts(sampleRate: number): Contacts {
  const contacts = Array.from(
    { length: WIRES },
    (_, wire): Contact => ({
      off: false,
      float: 0,
      rail: RAIL_MV,
      pickUp: PICK_UP_MV,
      inPhase: Math.cos(2 * Math.PI * OPEN_TURNS[wire]!),
      quadrature: Math.sin(2 * Math.PI * OPEN_TURNS[wire]!),
    }),
  );
  const leave = 1 - Math.exp(-1 / (OFF_TAU_S * sampleRate));
  const settle = 1 - Math.exp(-1 / (ON_TAU_S * sampleRate));
  let drivenOff = false;
  let connected = ALL_CONNECTED;
  let active = false;

  function recount(): void {
    connected = contacts.reduce((mask, { off }, wire) => (off ? mask : mask | (1 << wire)), 0);
    active = contacts.some(({ off, float }) => off || float > 0);
  }

  function set(electrode: Electrode, state: 'on' | 'off'): void {
    const wire = (SENSED_ELECTRODES as readonly string[]).indexOf(electrode);
    if (electrode === 'RL') drivenOff = state === 'off';
    else if (wire < 0) throw new RangeError(`no electrode "${electrode}"; there are ${SENSED_ELECTRODES.join(', ')} and RL`);
    else contacts[wire]!.off = state === 'off';
    recount();
  }

  function floatWire(
    row: Float64Array,
    contact: Contact,
    { hum, quarter }: Hum,
    aim: { rail: number; pickUp: number; count: number },
  ): void {
    const { off, inPhase, quadrature } = contact;
    const rate = off ? leave : settle;
    for (let i = 0; i < aim.count; i += 1) {
      contact.float += ((off ? 1 : 0) - contact.float) * rate;
      contact.rail += (aim.rail - contact.rail) * leave;
      contact.pickUp += (aim.pickUp - contact.pickUp) * leave;
      const floating = contact.rail + contact.pickUp * (inPhase * hum[i]! + quadrature * quarter[i]!);
      row[i] = row[i]! + contact.float * (floating - row[i]!);
    }
  }

  return {
    set,
    get connected() {
      return connected;
    },
    get active() {
      return active;
    },
    get drivenOff() {
      return drivenOff;
    },
    nextTick: () => {
      for (const contact of contacts) if (!contact.off && contact.float < SETTLED) contact.float = 0;
      recount();
    },
    apply: (potentials, sound, count) => {
      const open = connected === 0;
      contacts.forEach((contact, wire) => {
        if (!contact.off && contact.float === 0) return;
        floatWire(potentials[wire]!, contact, sound, { rail: open ? 0 : RAIL_MV, pickUp: open ? OPEN_MV[wire]! : PICK_UP_MV, count });
      });
    },
  };
}
