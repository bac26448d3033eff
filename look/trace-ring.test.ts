import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTraceRing, LEAD_OFF, MISSING } from './trace-ring.ts';

const ramp = (first: number, count: number): Float32Array => Float32Array.from({ length: count }, (_, i) => first + i);

it('keeps the newest by index, and calls the rest missing, whatever the blocks and holes', () => {
  const block = fc.record({ skipped: fc.integer({ min: 0, max: 40 }), count: fc.integer({ min: 0, max: 40 }) });
  fc.assert(
    fc.property(fc.array(block), fc.integer({ min: 1, max: 32 }), (blocks, capacity) => {
      const ring = createTraceRing({ leads: 1, capacity });
      const had = new Set<number>();
      let next = 0;
      for (const { skipped, count } of blocks) {
        const first = next + skipped;
        ring.push(first, count, [ramp(first, count)]);
        for (let n = first; n < first + count; n += 1) had.add(n);
        next = first + count;
      }
      for (let n = 0; n < next + 5; n += 1) {
        const expected = had.has(n) && n >= next - capacity ? n : MISSING;
        expect(ring.at(0, n)).toBe(expected);
      }
    }),
  );
});

it('an index that was had before begins a new stream', () => {
  const ring = createTraceRing({ leads: 1, capacity: 16 });
  ring.push(1000, 10, [ramp(1000, 10)]);
  ring.push(3, 2, [ramp(3, 2)]);
  expect([ring.oldest, ring.newest, ring.at(0, 4), ring.at(0, 1005)]).toEqual([3, 5, 4, MISSING]);
});

it('a copy does not follow', () => {
  const ring = createTraceRing({ leads: 2, capacity: 8 });
  ring.push(0, 4, [ramp(0, 4), Float32Array.of(LEAD_OFF, LEAD_OFF, 1, 1)]);
  const copy = ring.copy();
  ring.push(4, 8, [ramp(4, 8), ramp(4, 8)]);
  expect([copy.newest, copy.at(0, 2), copy.at(1, 0), copy.at(0, 5)]).toEqual([4, 2, LEAD_OFF, MISSING]);
});
