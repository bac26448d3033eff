import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchBeats } from './beat-matching.ts';

const times = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 60 }).map((list) => list.toSorted((a, b) => a - b));

it('pairs one to one, inside the window, and leaves no pair unmade', () => {
  fc.assert(
    fc.property(times, times, fc.integer({ min: 0, max: 400 }), (truth, detected, matchWindow) => {
      const { detectionOf, truthOf } = matchBeats({ truth, detected, matchWindow });
      for (const [i, at] of truth.entries()) {
        const j = detectionOf[i]!;
        if (j >= 0) {
          expect(truthOf[j]).toBe(i);
          expect(Math.abs(detected[j]! - at)).toBeLessThanOrEqual(matchWindow);
        } else {
          const free = detected.some((other, k) => truthOf[k] === -1 && Math.abs(other - at) <= matchWindow);
          expect(free).toBe(false);
        }
      }
    }),
  );
});

it('prefers the nearest', () => {
  expect([...matchBeats({ truth: [1000], detected: [900, 1010], matchWindow: 150 }).detectionOf]).toEqual([1]);
});
