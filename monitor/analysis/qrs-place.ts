/** The last half second of the fused signal: where in it a complex lies, how steep it was, how much each lead gave to it. */
import type { Candidate } from './candidates.ts';

const FIDUCIAL_REACH_S = 0.06;
const STEEPEST_WITHIN_S = 0.1;

export interface QrsPlace {
  /** One number: the fused energy of the newest column. */
  readonly energy: Float64Array;
  /** Takes a column and returns its fused energy. */
  step(column: number, energy: Float64Array, slope: Float64Array, narrow: Float64Array, narrowAt: number): number;
  /** Fills in what is known of the energy peak at `column`, and the energies of the leads there into `heights` from `at`. */
  describe(column: number, candidate: Candidate, heights: Float64Array, at: number): void;
  reset(): void;
}

export interface QrsPlaceOptions {
  readonly rate: number;
  readonly leads: number;
  readonly weights: Float64Array;
  readonly narrowDelay: number;
  readonly energyDelay: number;
  /** Columns from a peak to the questions about it. */
  readonly lookback: number;
}

export function createQrsPlace({ rate, leads, weights, narrowDelay, energyDelay, lookback }: QrsPlaceOptions): QrsPlace {
  const half = Math.round(FIDUCIAL_REACH_S * rate);
  const before = Math.round(STEEPEST_WITHIN_S * rate);
  const toCentre = Math.round(energyDelay * rate);
  const size = 2 ** Math.ceil(Math.log2(lookback + Math.max(before, toCentre + half) + 4));
  const mask = size - 1;
  const slopes = new Float64Array(size);
  const sizes = new Float64Array(size);
  const energies = new Float64Array(size * leads);
  const fused = new Float64Array(1);

  function step(column: number, energy: Float64Array, slope: Float64Array, narrow: Float64Array, narrowAt: number): number {
    const row = column & mask;
    let fusedEnergy = 0;
    let fusedSlope = 0;
    let fusedSize = 0;
    for (let lead = 0; lead < leads; lead += 1) {
      const weight = weights[lead]!;
      fusedEnergy += weight * energy[lead]!;
      fusedSlope += weight * slope[lead]!;
      fusedSize += weight * Math.abs(narrow[narrowAt + lead]!);
      energies[row * leads + lead] = energy[lead]!;
    }
    slopes[row] = fusedSlope;
    sizes[row] = fusedSize;
    fused[0] = fusedEnergy;
    return fusedEnergy;
  }

  /** The largest band-passed value near the complex; a parabola through it and its neighbours gives the fraction. */
  function fiducial(column: number): number {
    const centre = column - toCentre;
    let best = centre - half;
    for (let at = best + 1; at <= centre + half; at += 1) if (sizes[at & mask]! > sizes[best & mask]!) best = at;
    const left = sizes[(best - 1) & mask]!;
    const middle = sizes[best & mask]!;
    const right = sizes[(best + 1) & mask]!;
    const bend = left - 2 * middle + right;
    const fraction = bend < 0 ? Math.max(-0.5, Math.min(0.5, (left - right) / (2 * bend))) : 0;
    return best + fraction - narrowDelay * rate;
  }

  /** Largest fused slope in the 100 ms before `column`. */
  function steepest(column: number): number {
    let slope = 0;
    for (let at = column - before; at <= column; at += 1) slope = Math.max(slope, slopes[at & mask]!);
    return slope;
  }

  return {
    step,
    energy: fused,
    describe(column, candidate, heights, at) {
      candidate.column = column;
      candidate.at = fiducial(column);
      candidate.slope = steepest(column);
      const row = (column & mask) * leads;
      for (let lead = 0; lead < leads; lead += 1) heights[at + lead] = energies[row + lead]!;
    },
    reset() {
      for (const ring of [slopes, sizes, energies]) ring.fill(0);
    },
  };
}
