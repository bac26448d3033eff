/**
 * A signal without beats: sources in the heart, each with a direction and some oscillators. Everything that wanders does so in patient
 * time, so the same seed gives the same fibrillation at any sample rate and in any cut of calls. A carrier swells and dies over 80 ms:
 * no electrode ever saw a heart change rhythm in a step.
 */
import type { Micros, Prng } from '../../kernel/index.ts';
import { CYCLE_STEPS, createOscillator, type Oscillator, type OscillatorShape, TICK_US } from './oscillator.ts';
import { addProjected } from './waves/dower.ts';

const FADE_US = 80_000;

export interface Source {
  /** mV per lead at height 1. */
  readonly leads: Float64Array;
  readonly oscillators: readonly OscillatorShape[];
}

export interface Carrier {
  /** Dies away from `at` on. */
  fade(at: Micros): void;
  /** True when nothing of it is left from `at` on. */
  endedBy(at: number): boolean;
  /** Adds frames `frame..frame + count` to `out`, frame-major, from frame place `at` on. */
  render(out: Float32Array, at: number, frame: number, count: number): void;
}

/** A stretch of frames within one tick. */
interface Stretch {
  readonly frame: number;
  readonly count: number;
  /** us of patient time at which the tick began. */
  readonly begin: number;
  readonly microsPerFrame: number;
}

const smooth = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

function addOscillator(heights: Float64Array, { cycle, phase, hz, from, to }: Oscillator, stretch: Stretch): void {
  const { frame, count, begin, microsPerFrame } = stretch;
  const turnsPerUs = hz / 1e6;
  const growth = (to - from) / TICK_US;
  for (let i = 0; i < count; i += 1) {
    const into = (frame + i) * microsPerFrame - begin;
    const turn = phase + turnsPerUs * into + 1;
    const x = (turn - Math.floor(turn)) * CYCLE_STEPS;
    const step = x | 0;
    const low = cycle[step]!;
    heights[i] = heights[i]! + (from + growth * into) * (low + (x - step) * (cycle[step + 1]! - low));
  }
}

export interface CarrierOptions {
  readonly sources: readonly Source[];
  readonly prng: Prng;
  readonly start: Micros;
  readonly microsPerFrame: number;
}

export function createCarrier({ sources, prng, start, microsPerFrame }: CarrierOptions): Carrier {
  const sounding = sources.map(({ leads, oscillators }, s) => ({
    leads,
    oscillators: oscillators.map((shape, o) => createOscillator(shape, prng.fork(`source ${s} oscillator ${o}`))),
  }));
  const heights = new Float64Array(Math.ceil(TICK_US / microsPerFrame) + 1);
  let tick = 0;
  let fadeAt = Number.POSITIVE_INFINITY;

  function applyEnvelope({ frame, count }: Stretch): void {
    const t0 = frame * microsPerFrame;
    const t1 = (frame + count) * microsPerFrame;
    if (t0 >= start + FADE_US && t1 <= fadeAt) return;
    for (let i = 0; i < count; i += 1) {
      const t = (frame + i) * microsPerFrame;
      heights[i] = heights[i]! * smooth((t - start) / FADE_US) * (1 - smooth((t - fadeAt) / FADE_US));
    }
  }

  function renderStretch(out: Float32Array, at: number, stretch: Stretch): void {
    for (const { leads, oscillators } of sounding) {
      heights.fill(0, 0, stretch.count);
      for (const oscillator of oscillators) addOscillator(heights, oscillator, stretch);
      applyEnvelope(stretch);
      addProjected(out, at, leads, heights, stretch.count);
    }
  }

  function render(out: Float32Array, at: number, frame: number, count: number): void {
    let done = 0;
    while (done < count) {
      const t = (frame + done) * microsPerFrame;
      while (t >= start + (tick + 1) * TICK_US) {
        tick += 1;
        for (const { oscillators } of sounding) for (const oscillator of oscillators) oscillator.nextTick();
      }
      const begin = start + tick * TICK_US;
      let n = 1;
      while (done + n < count && (frame + done + n) * microsPerFrame < begin + TICK_US) n += 1;
      renderStretch(out, at + done, { frame: frame + done, count: n, begin, microsPerFrame });
      done += n;
    }
  }

  return { render, fade: (at) => void (fadeAt = Math.min(fadeAt, at)), endedBy: (at) => at >= fadeAt + FADE_US };
}
