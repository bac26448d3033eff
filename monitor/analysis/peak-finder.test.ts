import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPeakFinder } from './peak-finder.ts';

const OPTIONS = { reach: 3, outlook: 5, share: 0.8 };

/** The rule itself, by looking at everything. Beyond the start everything is zero. */
function peaksOf(values: readonly number[]): number[] {
  const at = (i: number): number => values[i] ?? 0;
  const peaks: number[] = [];
  for (let i = 0; i + OPTIONS.outlook < values.length; i += 1) {
    let isPeak = true;
    for (let d = 1; d <= OPTIONS.outlook; d += 1) {
      const near = d <= OPTIONS.reach;
      if (near && (at(i - d) >= at(i) || at(i + d) > at(i))) isPeak = false;
      if (Math.max(at(i - d), at(i + d)) > at(i) / OPTIONS.share) isPeak = false;
    }
    if (isPeak) peaks.push(i);
  }
  return peaks;
}

it('finds what the rule says, one outlook later', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 120 }), (values) => {
      const finder = createPeakFinder(OPTIONS);
      const found = values.flatMap((value, i) => (finder.step(value) ? [i - OPTIONS.outlook] : []));
      expect(found).toEqual(peaksOf(values));
    }),
    { numRuns: 500 },
  );
});

it('describes a peak by its height and its shallower valley', () => {
  const finder = createPeakFinder(OPTIONS);
  const found = [0, 0, 2, 5, 10, 7, 6, 8, 9, 9, 9].some((value) => finder.step(value));
  expect(found).toBe(true);
  expect(finder.height).toBe(10);
  expect(finder.valley).toBe(0.6);
});
