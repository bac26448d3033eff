/** A pacemaker with what it will do next: a plan is kept until its first wave begins, and until then it can be made anew. */
import { type Micros, us } from '../../kernel/index.ts';
import type { Pacemaker, Part, Plan } from './heart.ts';
import { startOf } from './waves/wave.ts';

export interface Slot {
  /** When the first wave of the plan begins. */
  readonly begins: number;
  /** The settings have changed: plans the same beat again, not before `now`. */
  replan(now: Micros): void;
  /** Hands out the plan, and makes the next. */
  take(): { readonly at: Micros; readonly parts: readonly Part[] };
}

/** us from the first sign of a plan to its anchor. */
const leadIn = (plan: Plan): number => Math.max(...plan.parts.map((part) => Math.ceil(-1e3 * startOf(part.wave)) - part.offset));

export interface SlotOptions {
  readonly pacemaker: Pacemaker;
  readonly previous: Micros | undefined;
  readonly now: Micros;
}

export function createSlot({ pacemaker, previous: before, now: from }: SlotOptions): Slot {
  let previous = before;
  let index = 0;
  let parts: readonly Part[] = [];
  let at = from;
  let begins: number = from;

  function replan(now: Micros): void {
    const plan = pacemaker.plan({ previous, index, now });
    const lead = leadIn(plan);
    parts = plan.parts;
    begins = Math.max(now, plan.at - lead);
    at = us(begins + lead);
  }

  function take(): { at: Micros; parts: readonly Part[] } {
    const taken = { at, parts };
    previous = at;
    index += 1;
    replan(us(begins));
    return taken;
  }

  replan(from);
  return {
    get begins() {
      return begins;
    },
    replan,
    take,
  };
}
