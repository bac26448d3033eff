/** A bounded queue of bytes whose content can be seen without copying. */
export interface ByteFifo {
  /** Takes what fits, from the front of `bytes`; returns how many. */
  push(bytes: Uint8Array): number;
  /** The oldest `count` bytes (or all there are). Valid until the next `push`. */
  peek(count: number): Uint8Array;
  /** Forgets the oldest `count` bytes. */
  drop(count: number): void;
  readonly length: number;
  readonly room: number;
}

/** Twice the capacity is kept, so that the content is always in one piece and is moved at most once per `capacity` bytes. */
export function createByteFifo(capacity: number): ByteFifo {
  const store = new Uint8Array(2 * capacity);
  let head = 0;
  let tail = 0;

  return {
    push(bytes) {
      const count = Math.min(bytes.length, capacity - (tail - head));
      if (tail + count > store.length) {
        store.copyWithin(0, head, tail);
        tail -= head;
        head = 0;
      }
      store.set(count === bytes.length ? bytes : bytes.subarray(0, count), tail);
      tail += count;
      return count;
    },
    peek: (count) => store.subarray(head, Math.min(tail, head + count)),
    drop(count) {
      head = Math.min(tail, head + count);
    },
    get length() {
      return tail - head;
    },
    get room() {
      return capacity - (tail - head);
    },
  };
}
