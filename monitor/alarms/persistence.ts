/** Hysteresis in time: a condition counts once it has held for a while, and stops counting once it has been absent for a while. */
export interface Persistence {
  /** What the condition is at `t` (seconds, never going back). True while it counts. */
  update(t: number, holds: boolean): boolean;
  /** When the condition that counts, or the one on its way, began. */
  readonly since: number;
  /** Nothing is known any more. */
  reset(): void;
}

export function createPersistence({ onAfterS, offAfterS }: { onAfterS: number; offAfterS: number }): Persistence {
  let counts = false;
  let since = 0;
  let changing: number | undefined;

  return {
    get since() {
      return since;
    },
    update(t, holds) {
      if (holds === counts) {
        changing = undefined;
        return counts;
      }
      changing ??= t;
      if (holds) since = changing;
      if (t - changing >= (holds ? onAfterS : offAfterS)) {
        counts = holds;
        changing = undefined;
      }
      return counts;
    },
    reset() {
      counts = false;
      changing = undefined;
    },
  };
}
