/** Everything a sweep is painted from but its samples. */
import type { Palette } from './palette.ts';
import { pxPerSecond } from './paper.ts';
import type { LeadNotes } from './paper-painter.ts';
import type { PlacedBand, Placement, Sheet } from './placement.ts';
import type { SweepPiece } from './sweep-span.ts';

/** A stretch of the stream worth a bracket over the paper: an alarm and how long it lasted. */
export interface Mark {
  readonly from: number;
  /** Undefined while it lasts. */
  readonly to?: number;
  readonly text: string;
  readonly tone: 'high' | 'medium' | 'low';
}

export interface SweepScene {
  readonly sheet: Sheet;
  readonly placement: Placement;
  readonly palette: Palette;
  /** What stands still below the traces, and what of it stands in the gap. */
  readonly paper: CanvasImageSource;
  readonly gapPaper: CanvasImageSource;
  readonly leads: readonly string[];
  readonly sampleRate: number;
  readonly marks: readonly Mark[];
  readonly notes: LeadNotes;
}

/** The lane above the paper belongs to the bands that touch it. */
export const laneTop = (band: PlacedBand, placement: Placement): number => (band.top === placement.paper.top ? 0 : band.top);

/** Where a sample of the stream stands on a piece of a band, in whole pixels of the sheet. */
export function sampleToX(scene: SweepScene, band: PlacedBand, piece: SweepPiece): (index: number) => number {
  const pxPerSample = pxPerSecond(scene.sheet.scale) / scene.sampleRate;
  return (index) => Math.round(band.left + index * pxPerSample - piece.origin);
}
