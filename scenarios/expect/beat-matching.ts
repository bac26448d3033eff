/** Beats of two lists paired one to one, nearest first, inside a window: the counting of ANSI/AAMI EC57, for any time unit. */
export interface BeatMatching {
  /** Per truth beat the index of its detection, or -1. */
  readonly detectionOf: Int32Array;
  /** Per detection the index of its truth beat, or -1. */
  readonly truthOf: Int32Array;
}

interface Pair {
  readonly truth: number;
  readonly detection: number;
  readonly distance: number;
}

/** Both lists in rising order. A detection serves one beat only, so a double detection is a false one. */
export function matchBeats({
  truth,
  detected,
  matchWindow,
}: {
  truth: readonly number[];
  detected: readonly number[];
  matchWindow: number;
}): BeatMatching {
  const pairs: Pair[] = [];
  let first = 0;
  for (const [index, at] of truth.entries()) {
    while (first < detected.length && detected[first]! < at - matchWindow) first += 1;
    for (let j = first; j < detected.length && detected[j]! <= at + matchWindow; j += 1) {
      pairs.push({ truth: index, detection: j, distance: Math.abs(detected[j]! - at) });
    }
  }
  pairs.sort((a, b) => a.distance - b.distance || a.truth - b.truth || a.detection - b.detection);
  const detectionOf = new Int32Array(truth.length).fill(-1);
  const truthOf = new Int32Array(detected.length).fill(-1);
  for (const pair of pairs) {
    if (detectionOf[pair.truth] !== -1 || truthOf[pair.detection] !== -1) continue;
    detectionOf[pair.truth] = pair.detection;
    truthOf[pair.detection] = pair.truth;
  }
  return { detectionOf, truthOf };
}
