/** What the newest `count` of some intervals (seconds, newest first) look like together. */

/** Long and short in turns (bigeminy) differ by at least this share of the older one. */
const ALTERNATION = 0.1;
/** Standard deviation over mean: atrial fibrillation has 0.25, bigeminy 0.33. */
const WILD = { deviation: 0.35, intervals: 5 };

export function alternates(intervals: Float64Array, count: number): boolean {
  for (let i = 2; i < count; i += 1) {
    const newer = intervals[i - 2]! - intervals[i - 1]!;
    const older = intervals[i - 1]! - intervals[i]!;
    if (newer * older >= 0 || Math.min(Math.abs(newer), Math.abs(older)) < ALTERNATION * intervals[i]!) return false;
  }
  return count > 2;
}

/** They differ so much that beats alone would hardly make them. False for too few. */
export function areWild(intervals: Float64Array, count: number): boolean {
  if (count < WILD.intervals) return false;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i += 1) {
    sum += intervals[i]!;
    squares += intervals[i]! ** 2;
  }
  const mean = sum / count;
  return squares / count - mean ** 2 > (WILD.deviation * mean) ** 2;
}
