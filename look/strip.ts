/** A still strip of a few leads on paper, with beats above it: for the console, reports and documents. */
import { stackedLayout } from './layouts.ts';
import type { Palette } from './palette.ts';
import { fitPxPerMm, pxPerMillivolt, pxPerSecond, type Scale, secondsToPx } from './paper.ts';
import { fontOf, paintPaper } from './paper-painter.ts';
import { MARGINS_MM, type PlacedBand, placeLayout, type Sheet } from './placement.ts';
import { leadOffInto, traceInto } from './trace-path.ts';
import { MISSING } from './trace-ring.ts';

export interface StripLead {
  readonly name: string;
  /** Millivolts, MISSING or LEAD_OFF; the first one stands at zero seconds. */
  readonly samples: Float32Array;
}

export interface StripBeat {
  readonly atS: number;
  /** The class of the beat, as in `N`. */
  readonly label: string;
}

/** A moment worth a dashed line, as in `rate 110 applied`. */
export interface StripMoment {
  readonly atS: number;
}

export interface StripOptions {
  readonly canvas: HTMLCanvasElement;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly palette: Palette;
  readonly leads: readonly StripLead[];
  readonly sampleRate: number;
  /** Seconds on the strip: the millimetre is made to fit. */
  readonly seconds: number;
  readonly speedMmPerS?: number;
  readonly gainMmPerMv?: number;
  /** Lengths of the intervals between beats in ms, above them. */
  readonly showRr?: boolean;
  readonly beats?: readonly StripBeat[];
  readonly moments?: readonly StripMoment[];
}

const ROW = 16;
const TICK = 6;

function paintBeats(g: CanvasRenderingContext2D, options: StripOptions, sheet: Sheet, band: PlacedBand): void {
  const beats = options.beats ?? [];
  const r = sheet.ratio;
  const pps = pxPerSecond(sheet.scale);
  const labelY = band.top - (TICK + 4) * r;
  g.textAlign = 'center';
  g.textBaseline = 'alphabetic';
  for (const [i, beat] of beats.entries()) {
    const x = band.left + beat.atS * pps;
    if (x < band.left || x > band.right) continue;
    g.fillStyle = options.palette.text;
    g.fillRect(Math.round(x), band.top - TICK * r, Math.max(1, Math.round(r)), TICK * r);
    g.font = fontOf(600, 12, r);
    g.fillText(beat.label, x, labelY);
    const previous = beats[i - 1];
    if (!options.showRr || !previous || previous.atS < 0) continue;
    g.fillStyle = options.palette.muted;
    g.font = fontOf(400, 12, r);
    const text = String(Math.round((beat.atS - previous.atS) * 1000));
    const room = (beat.atS - previous.atS) * pps - 6 * r;
    if (g.measureText(text).width <= room) g.fillText(text, x - ((beat.atS - previous.atS) * pps) / 2, labelY - ROW * r);
  }
  g.textAlign = 'left';
}

function paintLeads(g: CanvasRenderingContext2D, options: StripOptions, sheet: Sheet, band: PlacedBand): void {
  const { leads, sampleRate, palette } = options;
  const samples = { at: (lead: number, index: number): number => leads[lead]?.samples[index] ?? MISSING };
  const count = Math.ceil(options.seconds * sampleRate) + 1;
  const pxPerSample = pxPerSecond(sheet.scale) / sampleRate;
  g.save();
  g.beginPath();
  g.rect(band.left, band.top, band.right - band.left, band.bottom - band.top);
  g.clip();
  g.lineJoin = 'round';
  for (const [i, { baselineY }] of band.leads.entries()) {
    const axes = { x0: band.left, index0: 0, pxPerSample, y0: baselineY, pxPerMv: pxPerMillivolt(sheet.scale) };
    g.strokeStyle = palette.unknown;
    g.lineWidth = 1.5 * sheet.ratio;
    g.beginPath();
    leadOffInto(g, samples, i, 0, count, { ...axes, dashPx: 6 * sheet.ratio });
    g.stroke();
    g.strokeStyle = palette.trace;
    g.lineWidth = 1.4 * sheet.ratio;
    g.beginPath();
    traceInto(g, samples, i, 0, count, axes);
    g.stroke();
  }
  g.restore();
}

function paintMoments(g: CanvasRenderingContext2D, options: StripOptions, sheet: Sheet, band: PlacedBand): void {
  g.strokeStyle = options.palette.text;
  g.lineWidth = Math.max(1, Math.round(sheet.ratio));
  g.setLineDash([3 * sheet.ratio, 3 * sheet.ratio]);
  g.beginPath();
  for (const { atS } of options.moments ?? []) {
    const x = Math.round(band.left + secondsToPx(atS, sheet.scale)) + 0.5;
    if (x < band.left || x > band.right) continue;
    g.moveTo(x, band.top);
    g.lineTo(x, band.bottom);
  }
  g.stroke();
  g.setLineDash([]);
}

function scaleOf(options: StripOptions): Scale {
  const speedMmPerS = options.speedMmPerS ?? 25;
  const seconds = options.seconds + MARGINS_MM / speedMmPerS;
  const pxPerMm = fitPxPerMm({ widthPx: options.width * options.ratio, seconds, speedMmPerS });
  return { speedMmPerS, gainMmPerMv: options.gainMmPerMv ?? 10, pxPerMm };
}

/** Draws the whole strip. Returns the scale it was drawn at, in CSS pixels, to print beside it. */
export function drawStrip(options: StripOptions): Scale {
  const { canvas, ratio } = options;
  const scale = scaleOf(options);
  const rows = (options.beats ? 1 : 0) + (options.showRr ? 1 : 0);
  const laneHeight = rows > 0 ? (rows * ROW + TICK + 4) * ratio : 0;
  const sheet: Sheet = { width: Math.round(options.width * ratio), height: Math.round(options.height * ratio), ratio, scale, laneHeight };
  const layout = stackedLayout(
    'strip',
    options.leads.map((lead) => lead.name),
  );
  const placement = placeLayout(layout, sheet, { names: 'above' });
  const band = placement.bands[0]!;
  if (canvas.width !== sheet.width) canvas.width = sheet.width;
  if (canvas.height !== sheet.height) canvas.height = sheet.height;
  const g = canvas.getContext('2d', { alpha: false });
  if (!g) throw new Error('this browser has no 2D canvas: the strip cannot be drawn');
  paintPaper(g, sheet, placement, options.palette, {});
  paintLeads(g, options, sheet, band);
  paintMoments(g, options, sheet, band);
  paintBeats(g, options, sheet, band);
  return { ...scale, pxPerMm: scale.pxPerMm / ratio };
}
