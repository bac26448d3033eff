/** A layout on a sheet of a given size: where each trace runs, where its name and its calibration pulse stand. All lengths in pixels. */
import type { Layout } from './layouts.ts';
import { CALIBRATION, millivoltsToPx, type Scale, secondsToPx } from './paper.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Pixels of this sheet per CSS pixel: for text and line widths. */
  readonly ratio: number;
  readonly scale: Scale;
  /** Height of the lane above the paper, for marks and beats. */
  readonly laneHeight: number;
}

export interface PlacedLead {
  readonly lead: string;
  readonly baselineY: number;
  readonly nameX: number;
  readonly nameY: number;
  readonly pulseX: number;
}

/** `left` to `right` is where the trace runs; `top` to `bottom` is what it may cover. */
export interface PlacedBand {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly leads: readonly PlacedLead[];
}

export interface Placement {
  /** The ruled paper: a whole number of millimetres, below the lane. */
  readonly paper: { readonly top: number; readonly bottom: number };
  readonly bands: readonly PlacedBand[];
}

const EDGE_MM = 4;
const FOOT_MM = 2;
const END_MM = 3;
/** What a column holds beside its trace: edge, calibration pulse at 25 mm/s, its foot, end. */
export const MARGINS_MM = EDGE_MM + 5 + FOOT_MM + END_MM;
const NAME_HEIGHT = 24;
const NAME_WIDTH = 36;
/** Share of a row above the baseline: R waves are taller than S waves are deep. */
const ABOVE = 0.6;
const ABOVE_IN_LOW_ROW = 0.74;
/** Millivolts that must fit above the first baseline and below the last one, where neighbours do not lend their room. */
const FREE_ABOVE_MV = 1.4;
const FREE_BELOW_MV = 1;
/** Never more of the paper than this for either: a small sheet at a high gain must still hold its leads. */
const FREE_SHARE_MAX = 0.2;

/** Names stand above their pulse where a row is high enough, else beside it; `names: 'above'` insists. */
export function placeLayout(layout: Layout, sheet: Sheet, { names = 'fit' }: { names?: 'fit' | 'above' } = {}): Placement {
  const mm = sheet.scale.pxPerMm;
  const onGrid = (px: number): number => Math.floor(px / mm) * mm;
  const top = Math.ceil(sheet.laneHeight / mm) * mm;
  const bottom = top + Math.max(mm, onGrid(sheet.height - top));
  const pitch = (bottom - top) / layout.rows;
  const columnWidth = onGrid(sheet.width / layout.columns);
  const pulseHeight = millivoltsToPx(CALIBRATION.millivolts, sheet.scale);
  const nameAbove = names === 'above' || ABOVE * pitch >= pulseHeight + NAME_HEIGHT * sheet.ratio;
  const pulseWidth = secondsToPx(CALIBRATION.seconds, sheet.scale);
  const above = (nameAbove ? ABOVE : ABOVE_IN_LOW_ROW) * pitch;
  const room = (millivolts: number): number =>
    layout.rows === 1 ? 0 : Math.min(millivoltsToPx(millivolts, sheet.scale), FREE_SHARE_MAX * (bottom - top));
  const first = Math.max(above, room(FREE_ABOVE_MV));
  const last = Math.min(bottom - top - pitch + above, bottom - top - room(FREE_BELOW_MV));
  const baselineOf = (row: number): number =>
    Math.round(top + onGrid(layout.rows === 1 ? above : first + ((last - first) * row) / (layout.rows - 1)));

  const bands = layout.bands.map((band): PlacedBand => {
    const x = band.column * columnWidth;
    const pulseX = x + EDGE_MM * mm;
    const left = Math.round(pulseX + pulseWidth + FOOT_MM * mm + (nameAbove ? 0 : NAME_WIDTH * sheet.ratio));
    const right = Math.max(left + 1, x + band.columns * columnWidth - END_MM * mm);
    const leads = band.leads.map((lead, i): PlacedLead => {
      const baselineY = baselineOf(band.row + i);
      const nameX = nameAbove ? pulseX : pulseX + pulseWidth + 8 * sheet.ratio;
      const nameY = nameAbove ? baselineY - pulseHeight - 8 * sheet.ratio : baselineY - 8 * sheet.ratio;
      return { lead, baselineY, nameX, nameY, pulseX };
    });
    const upper = Math.round(top + pitch * band.row);
    const lower = Math.round(top + pitch * (band.row + band.leads.length));
    return { left, right: Math.round(right), top: upper, bottom: lower, leads };
  });
  return { paper: { top, bottom }, bands };
}
