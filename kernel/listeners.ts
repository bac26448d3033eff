import type { Cancel } from './clock.ts';

/** Who wants to be told. Told in the order they came; one that leaves while others are being told is not told any more. */
export interface Listeners<Args extends readonly unknown[]> {
  readonly add: (listener: (...args: Args) => void) => Cancel;
  readonly tell: (...args: Args) => void;
  readonly clear: () => void;
}

export function createListeners<Args extends readonly unknown[]>(): Listeners<Args> {
  const listeners = new Set<{ readonly call: (...args: Args) => void }>();
  return {
    add(call) {
      const entry = { call };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    tell(...args) {
      for (const { call } of listeners) call(...args);
    },
    clear: () => listeners.clear(),
  };
}
