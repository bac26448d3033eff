import type { Micros } from './units.ts';

export interface ScheduledEvent {
  readonly due: Micros;
  /** Breaks ties: first scheduled, first run. */
  readonly order: number;
  readonly label: string;
  readonly run: () => void;
  cancelled: boolean;
}

/** A binary min-heap on (due, order). */
export interface EventHeap {
  push(event: ScheduledEvent): void;
  /** Removes and returns the earliest live event; cancelled ones are dropped on the way. */
  pop(): ScheduledEvent | undefined;
  peek(): ScheduledEvent | undefined;
  readonly size: number;
}

const isBefore = (a: ScheduledEvent, b: ScheduledEvent): boolean => a.due < b.due || (a.due === b.due && a.order < b.order);

export function createEventHeap(): EventHeap {
  const heap: ScheduledEvent[] = [];

  function swap(i: number, j: number): void {
    const held = heap[i]!;
    heap[i] = heap[j]!;
    heap[j] = held;
  }

  function push(event: ScheduledEvent): void {
    heap.push(event);
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!isBefore(heap[child]!, heap[parent]!)) return;
      swap(child, parent);
      child = parent;
    }
  }

  function removeTop(): ScheduledEvent | undefined {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    heap[0] = last;
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      if (left >= heap.length) return top;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
      if (!isBefore(heap[child]!, heap[parent]!)) return top;
      swap(parent, child);
      parent = child;
    }
  }

  function peek(): ScheduledEvent | undefined {
    while (heap[0]?.cancelled) removeTop();
    return heap[0];
  }

  return {
    push,
    peek,
    pop: () => (peek() ? removeTop() : undefined),
    get size() {
      return heap.length;
    },
  };
}
