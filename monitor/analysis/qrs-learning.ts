import type { Candidates } from './candidates.ts';
import { FLOOR, type QrsLevels } from './qrs-levels.ts';

/** Of the tallest peak: peaks from here on are taken for beats. */
const SHARE = 0.4;
/** To stop early, so many peaks must stand out, and the tallest so far above the least a beat can be. */
const EARLY = { peaks: 3, floors: 2 };

/** Takes the tall peaks of the first seconds for beats; false when too few stand out to stop early. */
export function teachLevels(levels: QrsLevels, candidates: Candidates, isEarly: boolean): boolean {
  const limit = SHARE * candidates.tallest();
  const leads = candidates.heights.length / candidates.capacity;
  if (isEarly && (candidates.countFrom(limit) < EARLY.peaks || candidates.tallest() < EARLY.floors * FLOOR)) return false;
  for (let index = 0; index < candidates.length; index += 1) {
    if (candidates.height(index) >= limit) levels.qrs.push(candidates.heights, index * leads);
  }
  levels.reweigh();
  return true;
}
