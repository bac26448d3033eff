import type { ShapeRing } from './shape-ring.ts';
/** placeholder */
export interface BeatClassifier {
  classify(at: number, rr: number | undefined): 'N' | 'V' | 'Q';
}
export const createBeatClassifier = (_shapes: ShapeRing): BeatClassifier => ({ classify: () => 'N' });
