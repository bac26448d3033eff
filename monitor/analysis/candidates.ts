/** Peaks that may still become beats, oldest first: those since the last beat, or all of them while the detector learns. */
export interface Candidate {
  /** Column of the energy peak. */
  column: number;
  /** Column of the R wave in the signal, with a fraction. */
  at: number;
  /** Largest fused slope of the complex, mV/s. */
  slope: number;
  /** Lowest valley beside the peak as a share of the peak, the worse side: near 1 for hum, near 0 for a lone complex. */
  valley: number;
  /** It follows a steeper beat closely. */
  isTWave: boolean;
  /** Too low for a beat, too high for noise: the next beat decides. */
  isOpen: boolean;
}

export interface Candidates {
  readonly length: number;
  readonly capacity: number;
  get(index: number): Candidate;
  /** Energy of each lead at the peak of candidate `index`: `heights[index * leads + lead]`. */
  readonly heights: Float64Array;
  /** The same, fused by the weights of now. */
  height(index: number): number;
  /** Fused height of the tallest, 0 when there is none; and how many are at least so high. */
  tallest(): number;
  countFrom(height: number): number;
  /** The tallest of the first `visible` from column `from` on that is high enough, has a valley and is no T wave, or -1. */
  best(wanted: { visible: number; from: number; valleyMax: number; height: number }): number;
  /** A free place at the end, to be filled by the caller; the oldest candidate makes room when there is none. */
  add(): Candidate;
  /** Drops everything up to and including `column`. */
  dropThrough(column: number): void;
  reset(): void;
}

export interface CandidatesOptions {
  readonly leads: number;
  readonly capacity: number;
  readonly weights: Float64Array;
}

export function createCandidates({ leads, capacity, weights }: CandidatesOptions): Candidates {
  const places: Candidate[] = Array.from({ length: capacity }, () => ({
    column: 0,
    at: 0,
    slope: 0,
    valley: 0,
    isTWave: false,
    isOpen: false,
  }));
  const heights = new Float64Array(capacity * leads);
  let length = 0;

  function height(index: number): number {
    let sum = 0;
    for (let lead = 0; lead < leads; lead += 1) sum += weights[lead]! * heights[index * leads + lead]!;
    return sum;
  }

  function dropThrough(column: number): void {
    let gone = 0;
    while (gone < length && places[gone]!.column <= column) gone += 1;
    if (gone === 0) return;
    for (let i = gone; i < length; i += 1) {
      const freed = places[i - gone]!;
      places[i - gone] = places[i]!;
      places[i] = freed;
    }
    heights.copyWithin(0, gone * leads, length * leads);
    length -= gone;
  }

  function best({
    visible,
    from,
    valleyMax,
    height: atLeast,
  }: {
    visible: number;
    from: number;
    valleyMax: number;
    height: number;
  }): number {
    let found = -1;
    let tallest = atLeast;
    for (let index = 0; index < visible; index += 1) {
      const { column, valley, isTWave } = places[index]!;
      if (column < from || isTWave || valley > valleyMax || height(index) < tallest) continue;
      tallest = height(index);
      found = index;
    }
    return found;
  }

  return {
    heights,
    capacity,
    best,
    get length() {
      return length;
    },
    get: (index) => places[index]!,
    height,
    tallest() {
      let top = 0;
      for (let index = 0; index < length; index += 1) top = Math.max(top, height(index));
      return top;
    },
    countFrom(limit) {
      let count = 0;
      for (let index = 0; index < length; index += 1) if (height(index) >= limit) count += 1;
      return count;
    },
    add() {
      if (length === capacity) dropThrough(places[0]!.column);
      length += 1;
      return places[length - 1]!;
    },
    dropThrough,
    reset() {
      length = 0;
    },
  };
}
