import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEventHeap, type ScheduledEvent } from './event-heap.ts';
import type { Micros } from './units.ts';

const event = (due: number, order: number): ScheduledEvent => ({
  due: due as Micros,
  order,
  label: 'test',
  run: () => undefined,
  cancelled: false,
});

it('gives events by due time, then in the order they were scheduled, without the cancelled ones', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ due: fc.nat(20), cancelled: fc.boolean() }), { maxLength: 100 }), (plan) => {
      const heap = createEventHeap();
      const events = plan.map(({ due }, order) => event(due, order));
      for (const item of events) heap.push(item);
      for (const [i, { cancelled }] of plan.entries()) events[i]!.cancelled = cancelled;
      const popped: ScheduledEvent[] = [];
      for (let next = heap.pop(); next; next = heap.pop()) popped.push(next);
      const expected = events.filter(({ cancelled }) => !cancelled).toSorted((a, b) => a.due - b.due || a.order - b.order);
      expect(popped).toEqual(expected);
      expect(heap.size).toBe(0);
    }),
  );
});

it('shows the earliest without taking it', () => {
  const heap = createEventHeap();
  heap.push(event(5, 0));
  heap.push(event(3, 1));
  expect(heap.peek()?.due).toBe(3);
  expect(heap.size).toBe(2);
});
