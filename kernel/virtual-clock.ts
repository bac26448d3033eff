import { type Clock, sleepOn } from './clock.ts';
import { createEventHeap, type ScheduledEvent } from './event-heap.ts';
import type { Micros } from './units.ts';

export type StopReason = 'end' | 'idle' | 'event-budget' | 'stopped';

/** A clock that jumps from event to event. Only the runner holds the driver side. */
export interface VirtualClock extends Clock {
  /**
   * Runs every event due up to and including `end`, then sets the time to `end`.
   * After each event it waits one real turn of the event loop: streams and promises settle before time moves on.
   * (Draining microtasks alone starves Node streams.)
   */
  runUntil(end: Micros, limits?: { readonly eventsMax?: number }): Promise<StopReason>;
  /** Ends `runUntil` after the current event. */
  stop(): void;
  /** Events run since creation. */
  readonly eventsRun: number;
}

const EVENTS_MAX = 100_000_000;

const oneTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createVirtualClock(): VirtualClock {
  const heap = createEventHeap();
  let now = 0 as Micros;
  let order = 0;
  let eventsRun = 0;
  let stopping = false;

  const clock: VirtualClock = {
    now: () => now,
    at(due, label, run) {
      const event: ScheduledEvent = { due: Math.max(due, now) as Micros, order: order++, label, run, cancelled: false };
      heap.push(event);
      return () => {
        event.cancelled = true;
      };
    },
    sleep: (span, signal) => sleepOn(clock, span, signal),
    async runUntil(end, { eventsMax = EVENTS_MAX } = {}) {
      stopping = false;
      await oneTurn();
      for (let left = eventsMax; ; left -= 1) {
        const next = heap.peek();
        if (stopping) return 'stopped';
        if (next === undefined || next.due > end) {
          now = Math.max(now, end) as Micros;
          return next === undefined ? 'idle' : 'end';
        }
        if (left === 0) return 'event-budget';
        heap.pop();
        now = next.due;
        eventsRun += 1;
        next.run();
        await oneTurn();
      }
    },
    stop: () => {
      stopping = true;
    },
    get eventsRun() {
      return eventsRun;
    },
  };
  return clock;
}
