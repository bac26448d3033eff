/**
 * Puts events in order of their time, for files. A monitor speaks when it knows: a beat is told some 300 ms after it happened, again
 * when its class is known, and one that was nearly missed a few seconds later. Events wait here until nothing older can come.
 */
import type { MonitorEvent } from './events.ts';

/** A beat found at the second look in the slowest rhythm is the latest of all. */
const HORIZON_S = 10;

export interface EventOrder {
  add(event: MonitorEvent): void;
  /** Lets everything out. */
  end(): void;
}

/** `emit` gets the events in order of `t`; equal times in the order they came. One that is later than ten seconds comes out of order. */
export function createEventOrder(emit: (event: MonitorEvent) => void): EventOrder {
  let waiting: MonitorEvent[] = [];
  let newest = Number.NEGATIVE_INFINITY;

  function release(through: number): void {
    if (!waiting.some(({ t }) => t <= through)) return;
    const due = waiting.filter(({ t }) => t <= through);
    waiting = waiting.filter(({ t }) => t > through);
    for (const event of due.toSorted((a, b) => a.t - b.t)) emit(event);
  }

  return {
    add(event) {
      waiting.push(event);
      newest = Math.max(newest, event.t);
      release(newest - HORIZON_S);
    },
    end: () => release(Number.POSITIVE_INFINITY),
  };
}
