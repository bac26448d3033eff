/**
 * How long a QRS lasts: the stretch around its steepest moment where the slope, summed over the leads, stays above a share of its
 * peak. Broad-band, so it is the width people mean; a few ms long by the filters, the same for all beats.
 */
import type { ShapeRing } from './shape-ring.ts';

const BEFORE_S = 0.14;
const AFTER_S = 0.18;
/** The steepest moment lies this near. */
const CORE_S = 0.07;
/** Slope over this span to both sides. */
const SPAN_S = 0.008;
/** Background: this quantile of the window; the edge: this share of the peak above it, left for as long as this. */
const QUIET_SHARE = 0.15;
const EDGE_SHARE = 0.15;
const EDGE_S = 0.016;

/** Seconds, of the complex at `column` in the leads of the mask. Allocates nothing. */
export function createQrsWidth(shapes: ShapeRing): (column: number, leadMask: number) => number {
  const { rate, leads } = shapes;
  const before = Math.round(BEFORE_S * rate);
  const length = before + Math.round(AFTER_S * rate) + 1;
  const core = Math.round(CORE_S * rate);
  const span = Math.max(1, Math.round(SPAN_S * rate));
  const calm = Math.max(2, Math.round(EDGE_S * rate));
  const steep = new Float64Array(length);
  const smooth = new Float64Array(length);
  const sorted = new Float64Array(length);

  function measure(column: number, leadMask: number): void {
    for (let i = 0; i < length; i += 1) {
      const at = column - before + i;
      let sum = 0;
      for (let lead = 0; lead < leads; lead += 1) {
        if ((leadMask >>> lead) & 1) sum += Math.abs(shapes.value(at + span, lead) - shapes.value(at - span, lead));
      }
      steep[i] = sum;
    }
    for (let i = 0; i < length; i += 1)
      smooth[i] = 0.25 * steep[Math.max(0, i - 1)]! + 0.5 * steep[i]! + 0.25 * steep[Math.min(length - 1, i + 1)]!;
  }

  /** Steps from the peak in one direction to the last sample before the slope stays low. */
  function edge(peak: number, step: 1 | -1, limit: number): number {
    let last = peak;
    for (let at = peak + step, low = 0; at >= 0 && at < length && low < calm; at += step) {
      low = smooth[at]! < limit ? low + 1 : 0;
      if (low === 0) last = at;
    }
    return last;
  }

  return (column, leadMask) => {
    measure(Math.round(column), leadMask);
    let peak = before;
    for (let i = before - core; i <= before + core; i += 1) if (smooth[i]! > smooth[peak]!) peak = i;
    sorted.set(smooth);
    sorted.sort();
    const quiet = sorted[Math.floor(QUIET_SHARE * length)]!;
    const limit = quiet + EDGE_SHARE * (smooth[peak]! - quiet);
    return (edge(peak, 1, limit) - edge(peak, -1, limit)) / rate;
  };
}
