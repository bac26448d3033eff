/**
 * Has another rhythm begun, of other height and shape? Then what beats and noise used to reach says nothing: beats of a ventricular
 * tachycardia may have a third of the height of the sinus beats before. What cannot be noise: complexes in the wait for an overdue
 * beat that are alike, stand alone, and come in even steps from the last beat on, filling the wait.
 */
import type { Candidates } from './candidates.ts';
import type { QrsLevels } from './qrs-levels.ts';

/** A valley this deep on both sides, as a share of the peak. */
const ALONE = 0.5;
/** The lowest as a share of the tallest of them, and the tallest as a share of the beats so far. */
const ALIKE = 0.7;
const OF_BEATS = 0.2;
/** The longest step over the shortest. */
const EVEN = 1.25;
const COUNT_MIN = 2;

interface Wait {
  readonly candidates: Candidates;
  readonly levels: QrsLevels;
  /** Columns: of the last beat, and of the present. */
  readonly last: number;
  readonly now: number;
}

/** How high the complexes of a new rhythm are at least, or 0 when there is none. */
function heightOfNewRhythm({ candidates, levels, last, now }: Wait): number {
  const tallest = candidates.tallest();
  if (tallest < OF_BEATS * levels.beats) return 0;
  let previous = last;
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  let count = 0;
  for (let index = 0; index < candidates.length; index += 1) {
    if (candidates.height(index) < ALIKE * tallest) continue;
    const { column, valley } = candidates.get(index);
    if (valley > ALONE) return 0;
    shortest = Math.min(shortest, column - previous);
    longest = Math.max(longest, column - previous);
    previous = column;
    count += 1;
  }
  const fillsTheWait = now - previous <= EVEN * longest + shortest;
  return count >= COUNT_MIN && longest <= EVEN * shortest && fillsTheWait ? ALIKE * tallest : 0;
}

/** When there is a new rhythm, forgets what beats and noise were and accepts its complexes in order; otherwise does nothing. */
export function acceptNewRhythm({ accept, ...wait }: Wait & { readonly accept: (index: number) => void }): boolean {
  const height = heightOfNewRhythm(wait);
  if (height === 0) return false;
  const { candidates, levels } = wait;
  levels.reset();
  for (let index = 0; index < candidates.length; ) {
    if (candidates.height(index) < height) index += 1;
    else {
      accept(index); // it and all before it are gone from the list
      index = 0;
    }
  }
  return true;
}
