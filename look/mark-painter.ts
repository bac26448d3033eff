import { fontOf } from './paper-painter.ts';
import type { PlacedBand } from './placement.ts';
import { laneTop, type SweepScene, sampleToX } from './sweep-scene.ts';
import type { SweepPiece } from './sweep-span.ts';

const BRACKET = 3;
const TINT = 0.045;

/** A breath of colour over the leads, and a bracket above them; the most important mark last, so that it is on top. */
export function paintMarks(g: CanvasRenderingContext2D, scene: SweepScene, band: PlacedBand, piece: SweepPiece, shown: number): void {
  const { sheet, placement, palette, marks } = scene;
  const xOf = sampleToX(scene, band, piece);
  const hasLane = laneTop(band, placement) === 0;
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
