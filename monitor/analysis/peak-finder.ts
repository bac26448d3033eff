/**
 * Finds the samples of a signal that are larger than everything within `reach` on both sides, and not much smaller than anything
 * within `outlook`. The near rule keeps one peak per complex; the far rule lets two equal complexes stand close together (a very
 * fast rhythm) but not a small wave beside a large one. A peak is known one outlook after it happened.
 */
import { assert } from '../../kernel/index.ts';

export interface PeakFinder {
  /** Takes the next value; true when the value `outlook` samples ago is a peak, described by the two below until the next call. */
  step(value: number): boolean;
  readonly height: number;
  /** The lowest valley within the outlook as a share of the height, on the side where it is less low: 0 for a lone peak, 1 for none. */
  readonly valley: number;
  reset(): void;
}

export interface PeakFinderOptions {
  readonly reach: number;
  readonly outlook: number;
  /** A peak must have this share of the largest value within the outlook. */
  readonly share: number;
}

export function createPeakFinder({ reach, outlook, share }: PeakFinderOptions): PeakFinder {
  assert(reach >= 1 && outlook >= reach && outlook <= 2 * reach, `peaks need 1 <= reach <= outlook <= 2 reach, got ${reach}, ${outlook}`);
  const size = 2 * outlook + 1;
  const ring = new Float64Array(size);
  const best = new Float64Array(1).fill(Number.NEGATIVE_INFINITY);
  const peak = Float64Array.of(0, 0);
  let at = -1;
  let age = 0;
  /** Samples until a peak by the near rule has its outlook. */
  let pending = -1;

  /** The value some samples ago. */
  const past = (samples: number): number => ring[(at - samples + size) % size]!;

  function dominates(): boolean {
    const value = past(outlook);
    const limit = value / share;
    let before = value;
    let after = value;
    for (let distance = 1; distance <= outlook; distance += 1) {
      const left = past(outlook + distance);
      const right = past(outlook - distance);
      if (left > limit || right > limit || (distance <= reach && left >= value)) return false;
      if (left < before) before = left;
      if (right < after) after = right;
    }
    peak[0] = value;
    peak[1] = Math.max(before, after) / value;
    return true;
  }

  function step(value: number): boolean {
    at = (at + 1) % size;
    ring[at] = value;
    age += 1;
    if (age > reach) best[0] = Number.NEGATIVE_INFINITY; // what follows a peak within its reach cannot be one itself
    if (value > best[0]!) {
      best[0] = value;
      age = 0;
    }
    if (age === reach) pending = outlook - reach;
    else if (pending > 0) pending -= 1;
    if (pending !== 0) return false;
    pending = -1;
    return dominates();
  }

  return {
    step,
    get height() {
      return peak[0]!;
    },
    get valley() {
      return peak[1]!;
    },
    reset() {
      ring.fill(0);
      best.fill(Number.NEGATIVE_INFINITY);
      at = -1;
      age = 0;
      pending = -1;
    },
  };
}
