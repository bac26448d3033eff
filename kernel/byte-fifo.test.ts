import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createByteFifo } from './byte-fifo.ts';

it('is a queue, whatever is pushed, seen and dropped', () => {
  const step = fc.oneof(fc.record({ push: fc.uint8Array({ maxLength: 30 }) }), fc.record({ drop: fc.nat(30) }));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.array(step, { maxLength: 60 }), (capacity, steps) => {
      const fifo = createByteFifo(capacity);
      let model: number[] = [];
      for (const next of steps) {
        if ('push' in next) {
          const taken = fifo.push(next.push);
          expect(taken).toBe(Math.min(next.push.length, capacity - model.length));
          model.push(...next.push.subarray(0, taken));
        } else {
          fifo.drop(next.drop);
          model = model.slice(next.drop);
        }
        expect([...fifo.peek(capacity)]).toEqual(model);
        expect([...fifo.peek(3)]).toEqual(model.slice(0, 3));
        expect([fifo.length, fifo.room]).toEqual([model.length, capacity - model.length]);
      }
    }),
  );
});
