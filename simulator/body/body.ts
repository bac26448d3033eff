/** Skin, wires and what disturbs them: leads in, leads as a front end would see them out. */
import type { Electrode } from '../../firmware-protocol/index.ts';
import { assert, type Prng } from '../../kernel/index.ts';
import type { Body, NoiseId } from '../contract.ts';
import { createContacts } from './contacts.ts';
import { createPotentials, LEADS_SENT, leadsToPotentials, potentialsToLeads } from './electrodes.ts';
import { createEmg } from './noise/emg.ts';
import { createMains } from './noise/mains.ts';
import { framesPerTick, type Level } from './noise/tick.ts';
import { createWander } from './noise/wander.ts';
import { checkPair, createSwap } from './swapped.ts';

export interface NoiseSpec {
  readonly id: NoiseId;
  readonly title: string;
  readonly unit: string;
  readonly max: number;
}

export const NOISES: readonly NoiseSpec[] = [
  { id: 'wander', title: 'Baseline wander, peak in II', unit: 'mV', max: 5 },
  { id: 'mains', title: 'Mains 50 Hz, peak in II', unit: 'mV', max: 5 },
  { id: 'emg', title: 'Muscle noise, rms in a limb lead', unit: 'uV', max: 1000 },
];

/** Without its driven electrode the body follows the mains, mV. */
const UNDRIVEN_MAINS_MV = 0.6;

export interface BodyOptions {
  readonly prng: Prng;
  readonly sampleRate: number;
}

export function createBody({ prng, sampleRate }: BodyOptions): Body {
  const tickFrames = framesPerTick(sampleRate);
  const potentials = createPotentials(tickFrames);
  const wander = createWander(prng.fork('wander'), tickFrames);
  const mains = createMains(prng.fork('mains'), { sampleRate, tickFrames });
  const emg = createEmg(prng.fork('emg'), { sampleRate, tickFrames });
  const levels: Readonly<Record<NoiseId, Level>> = { wander: wander.level, mains: mains.level, emg: emg.level };
  const contacts = createContacts(sampleRate);
  const swapWires = createSwap(tickFrames);
  let swapped: readonly [Electrode, Electrode] | null = null;
  let frame = 0;
  let disturbed = false;

  const isDisturbed = (): boolean =>
    swapped !== null || contacts.active || contacts.drivenOff || wander.level.active || mains.level.active || emg.level.active;

  function nextTick(): void {
    const snap = frame === 0;
    wander.nextTick(snap);
    mains.nextTick(snap);
    emg.nextTick(snap);
    contacts.nextTick();
    disturbed = isDisturbed();
  }

  /** Frames of one tick, `into` frames after its beginning. */
  function disturb(leads: Float32Array, at: number, into: number, count: number): void {
    leadsToPotentials(leads, at, potentials, count);
    if (swapped) swapWires(potentials, swapped, count);
    if (wander.level.active) wander.add(potentials, into, count);
    if (emg.level.active) emg.add(potentials, into, count);
    const loose = contacts.active;
    if (loose || contacts.drivenOff || mains.level.active) {
      const hum = mains.sound(into, count);
      mains.add(potentials, into, count, contacts.drivenOff ? UNDRIVEN_MAINS_MV : 0);
      if (loose) contacts.apply(potentials, hum, count);
    }
    potentialsToLeads(potentials, leads, at, count);
  }

  function process(leads: Float32Array, connected: Uint16Array, count: number): void {
    assert(leads.length >= count * LEADS_SENT && connected.length >= count, `process needs room for ${count} frames`);
    connected.fill(contacts.connected, 0, count);
    let done = 0;
    while (done < count) {
      const into = frame % tickFrames;
      if (disturbed && into === 0) nextTick();
      if (!disturbed) break;
      const n = Math.min(count - done, tickFrames - into);
      disturb(leads, done, into, n);
      frame += n;
      done += n;
    }
    frame += count - done;
  }

  function setNoise(id: NoiseId, level: number): void {
    const spec = NOISES.find((noise) => noise.id === id);
    if (!spec) throw new RangeError(`no noise "${id}"; there are ${NOISES.map((noise) => noise.id).join(', ')}`);
    if (!(level >= 0 && level <= spec.max)) throw new RangeError(`noise ${id} must be 0..${spec.max} ${spec.unit}, got ${level}`);
    levels[id].set(level);
    disturbed = isDisturbed();
  }

  return {
    process,
    setNoise,
    setElectrode: (electrode, state) => {
      contacts.set(electrode, state);
      disturbed = isDisturbed();
    },
    swap: (pair) => {
      if (pair) checkPair(pair);
      swapped = pair;
      disturbed = isDisturbed();
    },
  };
}
