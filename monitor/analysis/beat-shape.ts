/** The shape of a beat as one vector over all leads, so that a turn of the axis counts as much as a change within a lead. */
import type { ShapeRing } from './shape-ring.ts';

const BEFORE_S = 0.1;
const AFTER_S = 0.14;
const STEP_S = 0.008;
/** Two beats of one kind may be found this far apart from each other. */
const SLACK_S = 0.016;

export interface BeatShapes {
  /** Numbers in one vector. */
  readonly size: number;
  /** The beat last looked at: its vector, with the mean of each lead taken off; leads outside the mask are zero. */
  readonly beat: Float64Array;
  look(column: number, leadMask: number): void;
  /** Best correlation, -1..1, of that beat with a shape, over small shifts; 0 when one of them is flat. */
  correlate(shape: Float64Array): number;
}

export function createBeatShapes(ring: ShapeRing): BeatShapes {
  const { rate, leads } = ring;
  const step = Math.max(1, Math.round(STEP_S * rate));
  const points = Math.floor(((BEFORE_S + AFTER_S) * rate) / step) + 1;
  const before = Math.round(BEFORE_S * rate);
  const reach = Math.round((SLACK_S * rate) / step);
  const size = points * leads;
  const shifted = Array.from({ length: 2 * reach + 1 }, () => new Float64Array(size));
  const beat = shifted[reach]!;

  function read(from: number, leadMask: number, out: Float64Array): void {
    for (let lead = 0; lead < leads; lead += 1) {
      const row = lead * points;
      const isThere = (leadMask >>> lead) & 1;
      let sum = 0;
      for (let i = 0; i < points; i += 1) {
        const value = isThere ? ring.value(from + i * step, lead) : 0;
        out[row + i] = value;
        sum += value;
      }
      if (isThere) for (let i = 0; i < points; i += 1) out[row + i]! -= sum / points;
    }
  }

  function similarity(a: Float64Array, b: Float64Array): number {
    let ab = 0;
    let aa = 0;
    let bb = 0;
    for (let i = 0; i < size; i += 1) {
      const known = b[i]!;
      if (known === 0) continue; // a lead that was not there when the shape was read
      const seen = a[i]!;
      ab += seen * known;
      aa += seen * seen;
      bb += known * known;
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
  }

  return {
    size,
    beat,
    look(column, leadMask) {
      const from = Math.round(column) - before;
      for (let i = 0; i < shifted.length; i += 1) read(from + (i - reach) * step, leadMask, shifted[i]!);
    },
    correlate(shape) {
      let best = -1;
      for (let i = 0; i < shifted.length; i += 1) best = Math.max(best, similarity(shifted[i]!, shape));
      return best;
    },
  };
}
