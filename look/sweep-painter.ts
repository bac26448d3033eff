/** Paints pieces of a sweep: paper first, then marks, then the traces, all cut to the piece, so a piece can be painted again at will. */
import { paintMarks } from './mark-painter.ts';
import { pxPerMillivolt, pxPerSecond } from './paper.ts';
import { paintNotes } from './paper-painter.ts';
import type { PlacedBand } from './placement.ts';
import { laneTop, type SweepScene } from './sweep-scene.ts';
import { type SweepPiece, sweepPieces } from './sweep-span.ts';
import { leadOffInto, type Samples, traceInto } from './trace-path.ts';

/** Blank paper ahead of the newest sample, 6 to 10 mm. */
const SWEEP_GAP_MM = 6;
/** As far as a line reaches beyond its points: painted again behind the head, and drawn from beyond the edges of a piece. */
const REACH = 3;
const TICK = 5;
const DASH = 6;
/** What the sweep is about to write over is of the sweep before: paler, so that the eye finds what is new. At 3:1 or more on paper. */
const OLD = 0.62;

/** Where on the endless line the sweep that is being written began, in pixels. */
const sweepStart = (headPx: number, band: PlacedBand): number => {
  const bandPx = band.right - band.left;
  return Math.floor(Math.max(0, Math.ceil(headPx) - 1) / bandPx) * bandPx;
};

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
  const top = laneTop(band, scene.placement);
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
  g.globalAlpha = piece.origin < sweepStart(shown * pxPerSample, band) ? OLD : 1;
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
  g.globalAlpha = 1;
  paintNotes(g, sheet, palette, band.leads, scene.notes);
  g.restore();
}

/** The gap is paper without rules, so that it never looks like missing data; its edge is where now is. */
function paintGap(g: CanvasRenderingContext2D, scene: SweepScene, band: PlacedBand, headPx: number): void {
  const { sheet, palette, placement } = scene;
  const bandPx = band.right - band.left;
  const top = laneTop(band, placement);
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
    const isNewSweep = before !== undefined && sweepStart(before * pxPerSample, band) !== sweepStart(head, band);
    const from =
      before === undefined || isNewSweep ? oldest : Math.max(oldest, Math.floor(before * pxPerSample - REACH * scene.sheet.ratio));
    for (const piece of sweepPieces(from, head, bandPx)) paintPiece(g, scene, samples, band, piece, shown);
    paintGap(g, scene, band, head);
  }
}
