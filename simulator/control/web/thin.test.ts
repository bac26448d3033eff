import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thin } from './thin.ts';

const sample = fc.oneof(
  { weight: 5, arbitrary: fc.float({ min: -5, max: 5, noNaN: true }) },
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
);
const signals = fc.array(sample, { maxLength: 200 }).map((values) => Float32Array.from(values));
const extremes = (values: Float32Array): number[] => {
  const finite = [...values].filter(Number.isFinite);
  return finite.length === 0 ? [] : [Math.min(...finite), Math.max(...finite)];
};

it('keeps the lowest and the highest sample of every bucket, and breaks where there is none', () => {
  fc.assert(
    fc.property(signals, fc.integer({ min: 3, max: 12 }), (samples, factor) => {
      const thinned = thin(samples, factor);
      expect(thinned).toHaveLength(2 * Math.floor(samples.length / factor));
      for (let at = 0; at < thinned.length; at += 2) {
        const bucket = samples.subarray((at / 2) * factor, (at / 2 + 1) * factor);
        expect(extremes(thinned.subarray(at, at + 2))).toEqual(extremes(bucket));
      }
    }),
  );
});

it('leaves alone what is thin already', () => {
  fc.assert(
    fc.property(signals, fc.integer({ min: 1, max: 2 }), (samples, factor) => {
      expect(thin(samples, factor)).toEqual(samples);
    }),
  );
});
