/**
 * How steep each lead is, and how much steepness has gone by in the last 100 ms: |difference over 10 ms| and its moving average,
 * both in mV/s, so that no threshold depends on the sampling rate.
 */
const SLOPE_S = 0.01;
const WINDOW_S = 0.1;

export interface SlopeEnergy {
  /** |slope| of each lead at the newest column. */
  readonly slope: Float64Array;
  /** Mean |slope| of each lead over the window. */
  readonly energy: Float64Array;
  /** Seconds from a slope to the middle of its energy. */
  readonly delay: number;
  /** Takes column `narrow[at .. at + leads)`. */
  step(narrow: Float64Array, at: number): void;
  reset(): void;
}

export function createSlopeEnergy({ rate, leads }: { rate: number; leads: number }): SlopeEnergy {
  const lag = Math.max(1, Math.round(SLOPE_S * rate));
  const window = Math.max(2, Math.round(WINDOW_S * rate));
  const past = new Float64Array(lag * leads);
  const slopes = new Float64Array(window * leads);
  const sums = new Float64Array(leads);
  const slope = new Float64Array(leads);
  const energy = new Float64Array(leads);
  let pastAt = 0;
  let windowAt = 0;

  /** A running sum collects rounding errors for ever: once per turn it is summed afresh, so zeros in are zero out. */
  function sumAfresh(): void {
    sums.fill(0);
    for (let row = 0; row < window; row += 1) for (let lead = 0; lead < leads; lead += 1) sums[lead]! += slopes[row * leads + lead]!;
  }

  function step(narrow: Float64Array, at: number): void {
    const pastRow = pastAt * leads;
    const windowRow = windowAt * leads;
    for (let lead = 0; lead < leads; lead += 1) {
      const now = narrow[at + lead]!;
      const steep = (Math.abs(now - past[pastRow + lead]!) * rate) / lag;
      past[pastRow + lead] = now;
      sums[lead]! += steep - slopes[windowRow + lead]!;
      slopes[windowRow + lead] = steep;
      slope[lead] = steep;
      energy[lead] = sums[lead]! / window;
    }
    pastAt = (pastAt + 1) % lag;
    windowAt = (windowAt + 1) % window;
    if (windowAt === 0) sumAfresh();
  }

  function reset(): void {
    for (const array of [past, slopes, sums, slope, energy]) array.fill(0);
    pastAt = 0;
    windowAt = 0;
  }

  return { slope, energy, delay: (lag / 2 + (window - 1) / 2) / rate, step, reset };
}
