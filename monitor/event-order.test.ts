import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEventOrder } from './event-order.ts';
import type { MonitorEvent } from './events.ts';

const rate = (t: number, bpm: number): MonitorEvent => ({ kind: 'hr', t, bpm, source: 'ecg' });

it('events that are up to ten seconds late come out in order of their time, none lost', () => {
  const arrivals = fc.array(fc.record({ now: fc.nat({ max: 100 }), late: fc.nat({ max: 10 }) }), { maxLength: 60 });
  fc.assert(
    fc.property(arrivals, (list) => {
      const events = list.toSorted((a, b) => a.now - b.now).map(({ now, late }, i) => rate(now - late, i));
      const out: MonitorEvent[] = [];
      const order = createEventOrder((event) => out.push(event));
      for (const event of events) order.add(event);
      order.end();
      expect(out).toEqual(events.toSorted((a, b) => a.t - b.t));
    }),
  );
});

it('waits no longer than it must', () => {
  const out: number[] = [];
  const order = createEventOrder((event) => out.push(event.t));
  for (const t of [1, 3, 2, 12.5]) order.add(rate(t, 60));
  expect(out).toEqual([1, 2]);
});
