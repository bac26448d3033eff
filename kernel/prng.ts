import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
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

/** The finalizer of MurmurHash3: each bit of the input changes half of the bits of the output. */
function scramble(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** FNV-1a, 32 bits, over a label: `lead-1` and `lead-2` land far apart once scrambled. */
function hashLabel(seed: number, label: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193) >>> 0;
  return scramble(hash);
}

/**
 * A state of four scrambled words (a Weyl sequence, as in SplitMix). The generator's own seeding leaves three words nearly constant:
 * the first draws of every small seed would be the same, all close to 1.
 */
function stateOf(seed: number): readonly number[] {
  const low = seed | 0;
  const high = Math.floor(seed / SPAN) | 0;
  return [1, 2, 3, 4].map((turn) => scramble((low + Math.imul(turn, 0x9e3779b9)) ^ Math.imul(high + turn, 0x85ebca6b)) | 0);
}

export function createPrng(seed: number): Prng {
  assert(Number.isSafeInteger(seed), `a seed is a whole number, got ${seed}`);
  const generator = xoroshiro128plusFromState(stateOf(seed));
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
    fork: (label) => createPrng(hashLabel(scramble(seed ^ Math.floor(seed / SPAN)), label)),
  };
}
