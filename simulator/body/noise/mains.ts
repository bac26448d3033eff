/**
 * Mains pick-up: 50 Hz, wandering by a tenth of a hertz, with 10 % third and 5 % fifth harmonic. It is common to the whole body; what
 * leads see of it is the imbalance of the electrodes, so each lead has its own share. The level is the peak in lead II.
 */
import type { Prng } from '../../../kernel/index.ts';
import { type Potentials, WIRES } from '../electrodes.ts';
import { createLevel, createOrnstein, type Level } from './tick.ts';

const HZ = { nominal: 50, sd: 0.08, max: 0.2, tauS: 20 };
const HARMONICS = [1, 0, 0.1, 0, 0.05];
const STEPS = 2048;
const QUARTER_TURN = 0.25;
/** Imbalance per electrode, RA LA LL V1..V6; LL - RA = 1. */
const IMBALANCE = [-0.45, 0.2, 0.55, 0.7, -0.35, 0.9, -0.6, 0.45, 0.8];

const raw = (i: number): number => HARMONICS.reduce((sum, a, k) => sum + a * Math.sin(((k + 1) * 2 * Math.PI * i) / STEPS), 0);
const PEAK = Math.max(...Array.from({ length: STEPS }, (_, i) => raw(i)));
/** One turn with peak 1, closed; 32 bits against differences between engines. */
const HUM = Float64Array.from({ length: STEPS + 1 }, (_, i) => Math.fround(raw(i % STEPS) / PEAK));

function read(turn: number): number {
  const x = (turn - Math.floor(turn)) * STEPS;
  const step = x | 0;
  return HUM[step]! + (x - step) * (HUM[step + 1]! - HUM[step]!);
}

export interface Mains {
  readonly level: Level;
  nextTick(snap: boolean): void;
  /** Peak-1 hum of frames `into..into + count` of the tick, and the same a quarter of a turn later. */
  sound(into: number, count: number): { readonly hum: Float64Array; readonly quarter: Float64Array };
  /** Adds what `sound` gave last, at the set level and `extra` mV. */
  add(potentials: Potentials, into: number, count: number, extra: number): void;
}

export function createMains(prng: Prng, { sampleRate, tickFrames }: { sampleRate: number; tickFrames: number }): Mains {
  const level = createLevel();
  const wandering = createOrnstein(prng.fork('hz'), { tauS: HZ.tauS });
  const hum = new Float64Array(tickFrames);
  const quarter = new Float64Array(tickFrames);
  let phase = prng.unit();
  let turnsPerFrame = HZ.nominal / sampleRate;

  function nextTick(snap: boolean): void {
    level.nextTick(snap);
    phase = (phase + turnsPerFrame * tickFrames) % 1;
    turnsPerFrame = (HZ.nominal + Math.min(HZ.max, Math.max(-HZ.max, HZ.sd * wandering()))) / sampleRate;
  }

  function sound(into: number, count: number): { hum: Float64Array; quarter: Float64Array } {
    for (let i = 0; i < count; i += 1) {
      const turn = phase + turnsPerFrame * (into + i);
      hum[i] = read(turn);
      quarter[i] = read(turn + QUARTER_TURN);
    }
    return { hum, quarter };
  }

  function add(potentials: Potentials, into: number, count: number, extra: number): void {
    const { from, to } = level.ramp;
    const slope = (to - from) / tickFrames;
    for (let wire = 0; wire < WIRES; wire += 1) {
      const row = potentials[wire]!;
      const share = IMBALANCE[wire]!;
      for (let i = 0; i < count; i += 1) row[i] = row[i]! + share * (extra + from + slope * (into + i)) * hum[i]!;
    }
  }

  return { level, nextTick, sound, add };
}
