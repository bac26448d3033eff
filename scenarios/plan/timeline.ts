import { type Micros, us } from '../../kernel/index.ts';
import { resolveInstant } from '../schema/instant.ts';
import type { Scenario } from '../schema/scenario.ts';

export interface Timeline {
  /** Named instants, `end` among them. */
  readonly instants: ReadonlyMap<string, Micros>;
  /** When each step happens; undefined where it hangs on a name that nobody gives. */
  readonly steps: readonly (Micros | undefined)[];
}

/** Gives every step its time. Steps may follow each other in any order of the file; a circle stays unresolved. */
export function timelineOf({ steps, end }: Pick<Scenario, 'steps' | 'end'>): Timeline {
  const instants = new Map<string, Micros>([['end', end]]);
  const times: (Micros | undefined)[] = steps.map(() => undefined);
  let isMoving = true;
  while (isMoving) {
    isMoving = false;
    for (const [index, { at, after, in: wait, as }] of steps.entries()) {
      if (times[index] !== undefined) continue;
      const base = after && resolveInstant(after, instants);
      const time = at ?? (base === undefined ? undefined : base + (wait ?? 0));
      if (time === undefined) continue;
      times[index] = us(time);
      if (as !== undefined && !instants.has(as)) instants.set(as, us(time));
      isMoving = true;
    }
  }
  return { instants, steps: times };
}
