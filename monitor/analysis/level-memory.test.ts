import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLevelMemory } from './level-memory.ts';

const row = fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }));

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

it('remembers the last few rows and gives medians under any weights', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
      const memory = createLevelMemory({ leads: 2, depth: 8 });
      for (const heights of rows) memory.push(Float64Array.from(heights), 0);
      const kept = rows.slice(-8);
      expect(memory.ofLead(0)).toBeCloseTo(median(kept.map(([a]) => a)), 9);
      expect(memory.fused(Float64Array.of(share, 1 - share))).toBeCloseTo(median(kept.map(([a, b]) => share * a + (1 - share) * b)), 9);
    }),
  );
});
