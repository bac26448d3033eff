/** Paints pieces of a sweep: paper first, then marks, then the traces, all cut to the piece, so a piece can be painted again at will. */

import type { Palette } from './palette.ts';
import { pxPerMillivolt, pxPerSecond } from './paper.ts';
import { fontOf } from './paper-painter.ts';
import type { PlacedBand, Placement, Sheet } from './placement.ts';
import { type SweepPiece, sweepPieces } from './sweep-span.ts';
import { leadOffInto, type Samples, traceInto } from './trace-path.ts';

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
}

/** Blank paper ahead of the newest sample, 6 to 10 mm. */
export const SWEEP_GAP_MM = 6;
/** As far as a line reaches beyond its points: painted again behind the head, and drawn from beyond the edges of a piece. */
const REACH = 3;
const TICK = 5;
const BRACKET = 3;
const DASH = 6;
const TINT = 0.045;

/** The lane above the paper belongs to the bands that touch it. */
const laneOf = (band: PlacedBand, placement: Placement): number => (band.top === placement.paper.top ? 0 : band.top);

/** A breath of colour over the leads, and a bracket above them; the most important mark last, so that it is on top. */
function paintMarks(g: CanvasRenderingContext2D, scene: SweepScene, band: PlacedBand, piece: SweepPiece, shown: number): void {
  const { sheet, placement, palette, marks } = scene;
  const xOf = sampleToX(scene, band, piece);
  const hasLane = laneOf(band, placement) === 0;
  for (const mark of marks.toReversed()) {
    const from = Math.max(band.left, xOf(mark.from));
    const to = Math.min(band.right, xOf(Math.min(mark.to ?? shown, shown)));
    if (to <= from) continue;
    g.fillStyle = palette[mark.tone];
    g.globalAlpha = TINT;
    g.fillRect(from, band.top, to - from, band.bottom - band.top);
    g.globalAlpha = 1;
    if (hasLane) g.fillRect(from, placement.paper.top - BRACKET * sheet.ratio, to - from, BRACKET * sheet.ratio);
  }
  if (hasLane && band.left === placement.bands[0]!.left) paintMarkNames(g, scene, band, piece, shown);
}

/** What each mark was, over the first column. Of two names on one spot the more important one stays. */
function paintMarkNames(g: CanvasRenderingContext2D, scene: SweepScene, band: PlacedBand, piece: SweepPiece, shown: number): void {
  const { sheet, placement, palette } = scene;
  const xOf = sampleToX(scene, band, piece);
  const taken: { readonly from: number; readonly to: number }[] = [];
  g.font = fontOf(600, 12, sheet.ratio);
  for (const mark of scene.marks) {
    const from = Math.max(band.left, xOf(mark.from));
    if (from >= band.right || xOf(Math.min(mark.to ?? shown, shown)) <= from) continue;
    const to = from + g.measureText(mark.text).width + 12 * sheet.ratio;
    if (taken.some((name) => from < name.to && name.from < to)) continue;
    taken.push({ from, to });
    g.fillStyle = palette[mark.tone];
    g.fillText(mark.text, from, placement.paper.top - 9 * sheet.ratio);
  }
}

function sampleToX(scene: SweepScene, band: PlacedBand, piece: SweepPiece): (index: number) => number {
  const pxPerSample = pxPerSecond(scene.sheet.scale) / scene.sampleRate;
  return (index) => Math.round(band.left + index * pxPerSample - piece.origin);
}

function paintSeconds(g: CanvasRenderingContext2D, scene: SweepScene, band: PlacedBand, piece: SweepPiece): void {
  const pps = pxPerSecond(scene.sheet.scale);
  const { ratio } = scene.sheet;
  g.fillStyle = scene.palette.muted;
  const last = (piece.origin + piece.to) / pps;
  for (let second = Math.ceil((piece.origin + piece.from - REACH * ratio) / pps); second < last; second += 1) {
    const x = Math.round(band.left + second * pps - piece.origin);
    g.fillRect(x, scene.placement.paper.top - TICK * ratio, Math.max(1, Math.round(ratio)), TICK * ratio);
  }
}

function paintPiece(
  g: CanvasRenderingContext2D,
  scene: SweepScene,
  samples: Samples,
  band: PlacedBand,
  piece: SweepPiece,
  shown: number,
): void {
  const { sheet, palette } = scene;
  const top = laneOf(band, scene.placement);
  const x = band.left + piece.from;
  const width = piece.to - piece.from;
  const height = band.bottom - top;
  const pxPerSample = pxPerSecond(sheet.scale) / scene.sampleRate;
  const reach = REACH * sheet.ratio;
  const from = Math.floor((piece.origin + piece.from - reach) / pxPerSample);
  const to = Math.min(shown, Math.ceil((piece.origin + piece.to + reach) / pxPerSample));

  g.save();
  g.beginPath();
  g.rect(x, top, width, height);
  g.clip();
  g.drawImage(scene.paper, x, top, width, height, x, top, width, height);
  paintMarks(g, scene, band, piece, shown);
  if (top === 0) paintSeconds(g, scene, band, piece);

  const axesOf = (y0: number) => ({ x0: band.left - piece.origin, index0: 0, pxPerSample, y0, pxPerMv: pxPerMillivolt(sheet.scale) });
  g.strokeStyle = palette.unknown;
  g.lineWidth = 1.5 * sheet.ratio;
  g.beginPath();
  for (const { lead, baselineY } of band.leads) {
    leadOffInto(g, samples, scene.leads.indexOf(lead), from, to, { ...axesOf(baselineY), dashPx: DASH * sheet.ratio });
  }
  g.stroke();
  g.strokeStyle = palette.trace;
  g.lineWidth = 1.6 * sheet.ratio;
  g.lineJoin = 'round';
  g.beginPath();
  for (const { lead, baselineY } of band.leads) traceInto(g, samples, scene.leads.indexOf(lead), from, to, axesOf(baselineY));
  g.stroke();
  g.restore();
}

/** The gap is paper without rules, so that it never looks like missing data; its edge is where now is. */
function paintGap(g: CanvasRenderingContext2D, scene: SweepScene, band: PlacedBand, headPx: number): void {
  const { sheet, palette, placement } = scene;
  const bandPx = band.right - band.left;
  const top = laneOf(band, placement);
  for (const piece of sweepPieces(headPx, headPx + SWEEP_GAP_MM * sheet.scale.pxPerMm, bandPx)) {
    const x = band.left + piece.from;
    const width = piece.to - piece.from;
    const height = band.bottom - top;
    g.drawImage(scene.gapPaper, x, top, width, height, x, top, width, height);
  }
  g.globalAlpha = 0.5;
  g.fillStyle = palette.muted;
  const x = band.left + (headPx % bandPx);
  g.fillRect(x, band.top, Math.min(Math.max(1, Math.round(sheet.ratio)), band.right - x), band.bottom - band.top);
  g.globalAlpha = 1;
}

/** Paints what became visible between `before` and `shown` (sample positions); everything when `before` is undefined. */
export function paintSweep(g: CanvasRenderingContext2D, scene: SweepScene, samples: Samples, shown: number, before?: number): void {
  const pxPerSample = pxPerSecond(scene.sheet.scale) / scene.sampleRate;
  const head = Math.ceil(shown * pxPerSample);
  for (const band of scene.placement.bands) {
    const bandPx = band.right - band.left;
    const gapPx = SWEEP_GAP_MM * scene.sheet.scale.pxPerMm;
    const oldest = Math.max(0, head + gapPx - bandPx);
    const from = before === undefined ? oldest : Math.max(oldest, Math.floor(before * pxPerSample - REACH * scene.sheet.ratio));
    for (const piece of sweepPieces(from, head, bandPx)) paintPiece(g, scene, samples, band, piece, shown);
    paintGap(g, scene, band, head);
  }
}
