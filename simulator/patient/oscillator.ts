/** An oscillator whose frequency and strength wander, renewed every 40 ms: what signals without beats are made of. */
import type { Prng } from '../../kernel/index.ts';

export const TICK_US = 40_000;
export const CYCLE_STEPS = 1024;

/** One cycle of a waveform, closed: the last place repeats the first. */
export type Cycle = Float64Array;

/** A waveform from its harmonics: `amplitudes[k]` belongs to sin((k + 1) x). Rounded to 32 bits against differences between engines. */
export const cycleOf = (amplitudes: readonly number[]): Cycle =>
  Float64Array.from({ length: CYCLE_STEPS + 1 }, (_, i) => {
    const x = (2 * Math.PI * (i % CYCLE_STEPS)) / CYCLE_STEPS;
    return Math.fround(amplitudes.reduce((sum, a, k) => sum + a * Math.sin((k + 1) * x), 0));
  });

export interface OscillatorShape {
  readonly cycle: Cycle;
  readonly hz: number;
  /** Frequency noise, Ornstein-Uhlenbeck. */
  readonly drift?: { readonly sdHz: number; readonly tauS: number };
  /** Strength noise, log-normal. */
  readonly swell?: { readonly sd: number; readonly tauS: number };
  /** Regular modulation of frequency and of strength. */
  readonly vibrato?: { readonly depthHz: number; readonly hz: number };
  readonly tremolo?: { readonly depth: number; readonly hz: number };
  /** Asked every 40 ms: the share of full strength the settings give now. */
  readonly level: () => number;
}

/** An oscillator during one tick: turns at its beginning, Hz, and strength at both its ends. */
export interface Oscillator {
  readonly cycle: Cycle;
  phase: number;
  hz: number;
  from: number;
  to: number;
  nextTick(): void;
}

/** A unit Ornstein-Uhlenbeck process, one tick a call. */
function createOrnstein(prng: Prng, tauS: number): () => number {
  const keep = Math.exp(-TICK_US / 1e6 / tauS);
  const fresh = Math.sqrt(1 - keep * keep);
  let x = prng.normal();
  return () => (x = keep * x + fresh * prng.normal());
}

export function createOscillator(shape: OscillatorShape, prng: Prng): Oscillator {
  const { drift, swell, vibrato, tremolo } = shape;
  const drifting = drift && createOrnstein(prng.fork('drift'), drift.tauS);
  const swelling = swell && createOrnstein(prng.fork('swell'), swell.tauS);
  const turn = 2 * Math.PI * prng.unit();
  let tick = 0;
  const wave = (hz: number): number => Math.sin(turn + (2 * Math.PI * hz * tick * TICK_US) / 1e6);

  function frequency(): number {
    const wandering = drift && drifting ? drift.sdHz * drifting() : 0;
    return shape.hz + wandering + (vibrato ? vibrato.depthHz * wave(vibrato.hz) : 0);
  }

  function strength(): number {
    const wandering = swell && swelling ? Math.exp(swell.sd * swelling()) : 1;
    return shape.level() * wandering * (tremolo ? 1 + tremolo.depth * wave(tremolo.hz) : 1);
  }

  const from = strength();
  const oscillator: Oscillator = { cycle: shape.cycle, phase: prng.unit(), hz: frequency(), from, to: strength(), nextTick };
  function nextTick(): void {
    tick += 1;
    oscillator.phase = (oscillator.phase + (oscillator.hz * TICK_US) / 1e6) % 1;
    oscillator.hz = frequency();
    oscillator.from = oscillator.to;
    oscillator.to = strength();
  }
  return oscillator;
}
