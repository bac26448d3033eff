/**
 * Normal or ventricular, from what a reader looks at: is it shaped like the patient's normal beat, is it wider, does it come early,
 * does a pause follow. A first version: no P waves, so aberrant beats may pass for ventricular and late ventricular ones for normal;
 * a wide and fast rhythm that was there from the start is taken for ventricular.
 */
import { createBeatKinds } from './beat-kinds.ts';
import { createBeatShapes } from './beat-shape.ts';
import { createLevelMemory } from './level-memory.ts';
import { createQrsWidth } from './qrs-width.ts';
import type { ShapeRing } from './shape-ring.ts';

export interface BeatToClassify {
  /** Column of the R wave. */
  readonly at: number;
  /** Mask of the leads it was seen in. */
  readonly leads: number;
  /** Intervals before and after it in seconds, where known. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export interface BeatClassifier {
  /** Call for each beat, in order. */
  classify(beat: BeatToClassify): 'N' | 'V';
  /** The patient may be another one. */
  reset(): void;
}

const INTERVALS = 8;
/** Correlation with the normal kind below which a beat is another kind, clearly another, or nothing like it. */
const OTHER = 0.85;
const FAR = 0.75;
const VERY_FAR = 0.65;
const WIDER = { times: 1.25, plusS: 0.015 };
/** Interval over the usual one. */
const EARLY = 0.9;
const PAUSE = 1.15;
/** Ventricular beats move what is usual only this much: in a run they stay early. */
const RUN_SHARE = 0.05;
/** With nothing to compare with, this wide (by `createQrsWidth`) and this fast is ventricular. */
const WIDE_AND_FAST = { fromS: 0.11, belowS: 0.5, beats: 3 };

export function createBeatClassifier(ring: ShapeRing): BeatClassifier {
  const shapes = createBeatShapes(ring);
  const widthOf = createQrsWidth(ring);
  const kinds = createBeatKinds(shapes);
  const intervals = createLevelMemory({ leads: 1, depth: INTERVALS });
  const weight = Float64Array.of(1);
  const cell = new Float64Array(1);
  let afterVentricular = false;

  function remember(interval: number | undefined, usual: number, isVentricular: boolean): void {
    if (interval === undefined) return;
    cell[0] = isVentricular && usual > 0 ? usual + RUN_SHARE * (interval - usual) : interval;
    intervals.push(cell, 0);
  }

  function isVentricular({ at, leads, before, after }: BeatToClassify, usual: number): boolean {
    const width = widthOf(at, leads);
    shapes.look(at, leads);
    const over = (interval: number | undefined): number => (interval === undefined || usual === 0 ? 1 : interval / usual);
    const timing = over(before);
    const kind = kinds.sort({ width, timing, interval: before });
    const { normal } = kinds;
    if (normal === undefined || kind === normal) {
      const isFast = kind.interval > 0 && kind.interval < WIDE_AND_FAST.belowS;
      return isFast && kind.width > WIDE_AND_FAST.fromS && kind.count >= WIDE_AND_FAST.beats;
    }
    const likeness = shapes.correlate(normal.shape);
    if (likeness >= OTHER) return false;
    const isWide = width > WIDER.times * normal.width && width > normal.width + WIDER.plusS;
    const isEarly = timing < EARLY;
    if (isEarly) return isWide || likeness < VERY_FAR || afterVentricular;
    return isWide && likeness < FAR && over(after) > PAUSE;
  }

  return {
    classify(beat) {
      const usual = intervals.fused(weight);
      afterVentricular = isVentricular(beat, usual);
      remember(beat.before, usual, afterVentricular);
      return afterVentricular ? 'V' : 'N';
    },
    reset() {
      kinds.clear();
      intervals.clear();
      afterVentricular = false;
    },
  };
}
