import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { assert } from './assert.ts';

/** A probability as a ratio of integers: `{ of: 1, in: 500 }`. */
export interface Ratio {
  readonly of: number;
  readonly in: number;
}

/** A seeded source of chance. Same seed and label path, same draws, on every machine. */
export interface Prng {
  /** 0..2^32-1 */
  u32(): number;
  /** A whole number 0..bound-1, without bias. */
  below(bound: number): number;
  chance(ratio: Ratio): boolean;
  /** [0, 1) with 32 bits. */
  unit(): number;
  /** Standard normal (Box-Muller, the second value kept). */
  normal(): number;
  /** An independent stream that depends on the seed and the labels only, never on how much was drawn before. */
  fork(label: string): Prng;
}

const SPAN = 0x1_0000_0000;

/** FNV-1a, 32 bits: spreads a label over the seed space. */
function mix(seed: number, label: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

export function createPrng(seed: number): Prng {
  assert(Number.isSafeInteger(seed), `a seed is a whole number, got ${seed}`);
  const generator = xoroshiro128plus(seed | 0);
  let spare: number | undefined;

  const u32 = (): number => generator.next() >>> 0;
  const unit = (): number => u32() / SPAN;

  function below(bound: number): number {
    assert(Number.isInteger(bound) && bound > 0 && bound <= SPAN, `bound must be 1..2^32, got ${bound}`);
    return uniformInt(generator, 0, bound - 1);
  }

  function normal(): number {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - unit()));
    const angle = 2 * Math.PI * unit();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  return {
    u32,
    below,
    unit,
    normal,
    chance: ({ of, in: outOf }) => below(outOf) < of,
    fork: (label) => createPrng(mix(seed, label)),
  };
}
