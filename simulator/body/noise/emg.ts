/**
 * Muscle noise: white noise through an autoregressive filter of order four (resonances at 45 and 110 Hz, a zero at 0 Hz), which gives a
 * band of about 20..150 Hz, with a strength of its own per electrode that walks over seconds. The level is uV rms in a limb lead, the
 * difference of two electrodes.
 */
import type { Prng } from '../../../kernel/index.ts';
import { type Potentials, WIRES } from '../electrodes.ts';
import { createLevel, createOrnstein, type Level, type Ramp } from './tick.ts';

const RESONANCES = [
  { hz: 45, widthHz: 60 },
  { hz: 110, widthHz: 80 },
];
const WALK = { sd: 0.3, tauS: 4 };
const MICROVOLT = 1e-3;
/** Variance of the sum of two uniform numbers on [0, 1). */
const TRIANGLE_VARIANCE = 1 / 6;
const SETTLE = 4000;

/** y[n] = x[n] - x[n-1] - a1 y[n-1] - ... - a4 y[n-4]. */
function designFilter(sampleRate: number): readonly [number, number, number, number] {
  const [p, q] = RESONANCES.map(({ hz, widthHz }) => {
    const radius = Math.exp((-Math.PI * widthHz) / sampleRate);
    const angle = (2 * Math.PI * Math.min(hz, 0.4 * sampleRate)) / sampleRate;
    return { b: -2 * radius * Math.cos(angle), c: radius * radius };
  }) as [{ b: number; c: number }, { b: number; c: number }];
  return [p.b + q.b, p.c + q.c + p.b * q.b, p.b * q.c + q.b * p.c, p.c * q.c];
}

/** Standard deviation of the output for white noise of variance 1: root of the energy of the impulse response. */
function gainOf([a1, a2, a3, a4]: readonly [number, number, number, number]): number {
  let [y1, y2, y3, y4, energy] = [0, 0, 0, 0, 0];
  for (let n = 0; n < SETTLE; n += 1) {
    const x = n === 0 ? 1 : n === 1 ? -1 : 0;
    const y = x - a1 * y1 - a2 * y2 - a3 * y3 - a4 * y4;
    [y4, y3, y2, y1] = [y3, y2, y1, y];
    energy += y * y;
  }
  return Math.sqrt(energy);
}

interface Muscle {
  readonly walk: () => number;
  readonly ramp: Ramp;
  /** xorshift32, seeded by the Prng: nine draws a frame are too many for a closure each. */
  seed: number;
  readonly memory: Float64Array;
}

export interface Emg {
  readonly level: Level;
  nextTick(snap: boolean): void;
  add(potentials: Potentials, into: number, count: number): void;
}

export function createEmg(prng: Prng, { sampleRate, tickFrames }: { sampleRate: number; tickFrames: number }): Emg {
  const level = createLevel();
  const filter = designFilter(sampleRate);
  const [a1, a2, a3, a4] = filter;
  const unit = MICROVOLT / Math.SQRT2 / (gainOf(filter) * Math.sqrt(TRIANGLE_VARIANCE)) / Math.exp(WALK.sd ** 2);
  const muscles = Array.from({ length: WIRES }, (_, wire): Muscle => {
    const own = prng.fork(`muscle ${wire}`);
    return {
      walk: createOrnstein(own, { tauS: WALK.tauS }),
      ramp: { from: 0, to: 0 },
      seed: (own.u32() | 1) >> 0,
      memory: new Float64Array(5),
    };
  });

  function nextTick(snap: boolean): void {
    level.nextTick(snap);
    if (!level.active) return;
    for (const { walk, ramp } of muscles) {
      ramp.from = ramp.to;
      ramp.to = level.ramp.to * unit * Math.exp(WALK.sd * walk());
      if (snap) ramp.from = ramp.to;
    }
  }

  function addMuscle(row: Float64Array, muscle: Muscle, into: number, count: number): void {
    const { memory, ramp } = muscle;
    const slope = (ramp.to - ramp.from) / tickFrames;
    let s = muscle.seed;
    let x1 = memory[0]!;
    let y1 = memory[1]!;
    let y2 = memory[2]!;
    let y3 = memory[3]!;
    let y4 = memory[4]!;
    for (let i = 0; i < count; i += 1) {
      s ^= s << 13;
      s ^= s >>> 17;
      s ^= s << 5;
      const x = ((s & 0xffff) + (s >>> 16)) / 0x10000;
      const y = x - x1 - a1 * y1 - a2 * y2 - a3 * y3 - a4 * y4;
      x1 = x;
      y4 = y3;
      y3 = y2;
      y2 = y1;
      y1 = y;
      row[i] = row[i]! + (ramp.from + slope * (into + i)) * y;
    }
    muscle.seed = s;
    memory[0] = x1;
    memory[1] = y1;
    memory[2] = y2;
    memory[3] = y3;
    memory[4] = y4;
  }

  return {
    level,
    nextTick,
    add: (potentials, into, count) => {
      for (let wire = 0; wire < WIRES; wire += 1) addMuscle(potentials[wire]!, muscles[wire]!, into, count);
    },
  };
}
