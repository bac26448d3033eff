import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sweepPieces } from './sweep-span.ts';

it('pieces cover a stretch exactly once, in order, inside the band', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 1, max: 1000 }),
      (from, length, band) => {
        const to = from + length;
        const covered: number[] = [];
        for (const piece of sweepPieces(from, to, band)) {
          expect(piece.origin % band).toBe(0);
          expect(piece.from).toBeGreaterThanOrEqual(0);
          expect(piece.to).toBeLessThanOrEqual(band);
          for (let x = piece.from; x < piece.to; x += 1) covered.push(piece.origin + x);
        }
        const seen = Math.max(from, to - band);
        expect(covered).toEqual(Array.from({ length: to - seen }, (_, i) => seen + i));
      },
    ),
    { numRuns: 50 },
  );
});
