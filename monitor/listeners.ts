import type { Cancel } from '../kernel/index.ts';

/** Who wants to hear of something. */
export interface Listeners<Item> {
  readonly add: (listener: (item: Item) => void) => Cancel;
  readonly tell: (item: Item) => void;
}

export function createListeners<Item>(): Listeners<Item> {
  const listeners = new Set<(item: Item) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(item) {
      for (const listener of listeners) listener(item);
    },
  };
}
