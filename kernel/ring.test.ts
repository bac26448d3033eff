import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRing } from './ring.ts';

const items = fc.array(fc.integer(), { maxLength: 200 });
const capacity = fc.integer({ min: 1, max: 20 });

it('keeps the newest, in order, and counts the rest', () => {
  fc.assert(
    fc.property(items, capacity, (pushed, places) => {
      const ring = createRing<number>({ capacity: places, onFull: 'drop-oldest' });
      for (const item of pushed) ring.push(item);
      const kept = Array.from({ length: ring.length }, () => ring.shift());
      expect(kept).toEqual(pushed.slice(-places));
      expect(kept.length + ring.dropped).toBe(pushed.length);
    }),
  );
});

it('refuses instead, when told to', () => {
  fc.assert(
    fc.property(items, capacity, (pushed, places) => {
      const ring = createRing<number>({ capacity: places, onFull: 'refuse' });
      const accepted = pushed.filter((item) => ring.push(item));
      expect(accepted).toEqual(pushed.slice(0, places));
    }),
  );
});

it('has no place for zero places', () => {
  expect(() => createRing({ capacity: 0, onFull: 'refuse' })).toThrow('ring capacity must be a positive integer, got 0');
});
