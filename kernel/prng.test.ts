import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPrng } from './prng.ts';

const seeds = fc.maxSafeInteger();

it('same seed and labels, same draws, however much was drawn before the fork', () => {
  fc.assert(
    fc.property(seeds, fc.string(), fc.nat(50), (seed, label, drawn) => {
      const fresh = createPrng(seed).fork(label);
      const used = createPrng(seed);
      for (let i = 0; i < drawn; i += 1) used.u32();
      const late = used.fork(label);
      for (let i = 0; i < 8; i += 1) expect(late.u32()).toBe(fresh.u32());
    }),
  );
});

it('draws the same on every machine and in every version', () => {
  const prng = createPrng(42);
  expect([prng.u32(), prng.u32(), prng.u32()]).toEqual([2323103732, 1121280958, 2057459742]);
  const noise = createPrng(42).fork('noise').fork('V1');
  expect([noise.u32(), noise.below(100), noise.chance({ of: 1, in: 2 })]).toEqual([1272651058, 4, true]);
});

it('spreads the first draw of neighbouring seeds and labels evenly', () => {
  const bins = { seeds: Array.from({ length: 10 }, () => 0), labels: Array.from({ length: 10 }, () => 0) };
  const root = createPrng(1);
  for (let i = 0; i < 2000; i += 1) {
    bins.seeds[Math.floor(createPrng(i).unit() * 10)]! += 1;
    bins.labels[Math.floor(root.fork(`lead-${i}`).unit() * 10)]! += 1;
  }
  // 200 expected in each bin, standard deviation 13.4: five of them
  for (const count of [...bins.seeds, ...bins.labels]) expect(Math.abs(count - 200)).toBeLessThan(68);
});

it('keeps to its bounds, and its normal draws have mean 0 and variance 1', () => {
  const prng = createPrng(7);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < 20_000; i += 1) {
    expect(prng.below(7)).toBeLessThan(7);
    const draw = prng.normal();
    sum += draw;
    squares += draw * draw;
  }
  expect(Math.abs(sum / 20_000)).toBeLessThan(0.035);
  expect(Math.abs(squares / 20_000 - 1)).toBeLessThan(0.05);
});

it('refuses a seed that is no whole number and a bound without room', () => {
  expect(() => createPrng(0.5)).toThrow('a seed is a whole number, got 0.5');
  expect(() => createPrng(1).below(0)).toThrow('bound must be 1..2^32, got 0');
});
