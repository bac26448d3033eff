/** A queue with a fixed number of places. What happens when it is full is chosen by its owner, and counted. */
export type OnFull = 'drop-oldest' | 'refuse';

export interface Ring<Item> {
  /** False when the item was refused. */
  push(item: Item): boolean;
  shift(): Item | undefined;
  readonly length: number;
  /** Items lost since creation, by either policy. */
  readonly dropped: number;
}

export function createRing<Item>({ capacity, onFull }: { capacity: number; onFull: OnFull }): Ring<Item> {
  if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`ring capacity must be a positive integer, got ${capacity}`);
  const slots: (Item | undefined)[] = Array.from({ length: capacity });
  let head = 0;
  let length = 0;
  let dropped = 0;

  function shift(): Item | undefined {
    if (length === 0) return undefined;
    const item = slots[head];
    slots[head] = undefined; // let go of it: a ring lives as long as its process
    head = (head + 1) % capacity;
    length -= 1;
    return item;
  }

  function push(item: Item): boolean {
    if (length === capacity) {
      dropped += 1;
      if (onFull === 'refuse') return false;
      shift();
    }
    slots[(head + length) % capacity] = item;
    length += 1;
    return true;
  }

  return {
    push,
    shift,
    get length() {
      return length;
    },
    get dropped() {
      return dropped;
    },
  };
}
