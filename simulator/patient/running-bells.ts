/**
 * The bells that are sounding now, in the order they began, each added to the frames it covers. Every number that reaches a sample
 * depends on the frame's index and the bell alone, and the order of addition never changes: however a stretch of signal is cut into
 * calls, its samples are the same to the last bit.
 */
import { assert } from '../../kernel/index.ts';
import { BELL, BELL_REACH, BELL_STEPS } from './waves/bell.ts';
import { LEAD_COUNT } from './waves/dower.ts';
import type { Bell, Wave } from './waves/wave.ts';

/** 300 beats a minute sound with about 20 at once. */
const BELLS_MAX = 256;

export interface RunningBells {
  /** `reference` in us of patient time; what a bell has before the next frame is not drawn, so add it in time. */
  add(wave: Wave, reference: number, gain: number): void;
  /** Adds frames `frame..frame + count` to `out`, frame-major, from frame place `at` on. */
  render(out: Float32Array, at: number, frame: number, count: number): void;
}

/** One half of a bell over frames `from..to` of the stream; `slope` is table steps per frame, `origin` table steps at frame `first`. */
interface Half {
  readonly leads: Float64Array;
  readonly gain: number;
  readonly first: number;
  readonly origin: number;
  readonly slope: number;
}

function addHalf(out: Float32Array, half: Half, from: number, to: number, at: number): void {
  const { leads, gain, first, origin, slope } = half;
  const g0 = gain * leads[0]!;
  const g1 = gain * leads[1]!;
  const g2 = gain * leads[2]!;
  const g3 = gain * leads[3]!;
  const g4 = gain * leads[4]!;
  const g5 = gain * leads[5]!;
  const g6 = gain * leads[6]!;
  const g7 = gain * leads[7]!;
  let o = at * LEAD_COUNT;
  for (let frame = from; frame < to; frame += 1, o += LEAD_COUNT) {
    const x = origin + slope * (frame - first);
    const step = x | 0;
    const low = BELL[step]!;
    const height = low + (x - step) * (BELL[step + 1]! - low);
    out[o] = out[o]! + g0 * height;
    out[o + 1] = out[o + 1]! + g1 * height;
    out[o + 2] = out[o + 2]! + g2 * height;
    out[o + 3] = out[o + 3]! + g3 * height;
    out[o + 4] = out[o + 4]! + g4 * height;
    out[o + 5] = out[o + 5]! + g5 * height;
    out[o + 6] = out[o + 6]! + g6 * height;
    out[o + 7] = out[o + 7]! + g7 * height;
  }
}

interface Running {
  readonly rise: Half;
  readonly fall: Half;
  readonly first: number;
  readonly middle: number;
  readonly end: number;
}

export function createRunningBells(microsPerFrame: number): RunningBells {
  let running: Running[] = [];

  function start(b: Bell, reference: number, gain: number): Running {
    const centre = reference + 1e3 * b.centre;
    const first = Math.max(0, Math.ceil((centre - 1e3 * BELL_REACH * b.rise) / microsPerFrame));
    const middle = Math.max(first, Math.ceil(centre / microsPerFrame));
    const end = Math.floor((centre + 1e3 * BELL_REACH * b.fall) / microsPerFrame) + 1;
    const half = (sigma: number, sign: number): Half => ({
      leads: b.leads,
      gain: b.gain * gain,
      first,
      origin: (sign * (first * microsPerFrame - centre) * BELL_STEPS) / (1e3 * sigma),
      slope: (sign * microsPerFrame * BELL_STEPS) / (1e3 * sigma),
    });
    return { rise: half(b.rise, -1), fall: half(b.fall, 1), first, middle, end };
  }

  function add(wave: Wave, reference: number, gain: number): void {
    for (const b of wave) running.push(start(b, reference, gain));
    assert(running.length <= BELLS_MAX, `no heart has ${BELLS_MAX} waves at once: a rhythm plans without end`);
  }

  function render(out: Float32Array, at: number, frame: number, count: number): void {
    const end = frame + count;
    let ended = false;
    for (const r of running) {
      const from = Math.max(frame, r.first);
      const middle = Math.min(end, Math.max(from, r.middle));
      const to = Math.min(end, r.end);
      if (middle > from) addHalf(out, r.rise, from, middle, at + from - frame);
      if (to > middle) addHalf(out, r.fall, middle, to, at + middle - frame);
      if (r.end <= end) ended = true;
    }
    if (ended) running = running.filter((r) => r.end > end);
  }

  return { add, render };
}
