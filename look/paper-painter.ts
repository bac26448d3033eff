/** Everything on the paper that stands still: rules, calibration pulses, lead names and what is wrong with a lead. */
import type { Palette } from './palette.ts';
import { CALIBRATION, MAJOR_MM, MINOR_MM, millivoltsToPx, secondsToPx } from './paper.ts';
import type { PlacedLead, Placement, Sheet } from './placement.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const FAMILY = '"Inter Variable", Inter, system-ui, sans-serif';
export const fontOf = (weight: number, cssPx: number, ratio: number): string => `${weight} ${cssPx * ratio}px ${FAMILY}`;
const hairline = (ratio: number): number => Math.max(1, Math.round(ratio));

function paintRules(g: Context, sheet: Sheet, paper: Placement['paper'], stepMm: number): void {
  const step = stepMm * sheet.scale.pxPerMm;
  const width = hairline(sheet.ratio);
  for (let x = 0; x <= sheet.width; x += step) g.fillRect(Math.round(x), paper.top, width, paper.bottom - paper.top);
  for (let y = paper.top; y <= paper.bottom; y += step) g.fillRect(0, Math.round(y), sheet.width, width);
}

function paintPulse(g: Context, sheet: Sheet, lead: PlacedLead): void {
  const foot = sheet.scale.pxPerMm;
  const height = millivoltsToPx(CALIBRATION.millivolts, sheet.scale);
  const x = lead.pulseX + 0.5;
  const end = x + secondsToPx(CALIBRATION.seconds, sheet.scale);
  g.beginPath();
  g.moveTo(x - foot, lead.baselineY);
  g.lineTo(x, lead.baselineY);
  g.lineTo(x, lead.baselineY - height);
  g.lineTo(end, lead.baselineY - height);
  g.lineTo(end, lead.baselineY);
  g.lineTo(end + foot, lead.baselineY);
  g.stroke();
}

function paintName(g: Context, sheet: Sheet, palette: Palette, lead: PlacedLead): void {
  g.font = fontOf(600, 14, sheet.ratio);
  g.lineWidth = 4 * sheet.ratio;
  g.strokeStyle = palette.paper;
  g.strokeText(lead.lead, lead.nameX, lead.nameY);
  g.fillStyle = palette.text;
  g.fillText(lead.lead, lead.nameX, lead.nameY);
}

/** A plate of paper with a dot and a few words, behind the lead's name. */
function paintNote(g: Context, sheet: Sheet, palette: Palette, lead: PlacedLead, note: string): void {
  const r = sheet.ratio;
  g.font = fontOf(600, 14, r);
  const x = lead.nameX + g.measureText(lead.lead).width + 10 * r;
  g.font = fontOf(500, 14, r);
  g.fillStyle = palette.paper;
  g.fillRect(x - 4 * r, lead.nameY - 15 * r, g.measureText(note).width + 24 * r, 20 * r);
  g.fillStyle = palette.low;
  g.beginPath();
  g.arc(x + 5 * r, lead.nameY - 5 * r, 4.5 * r, 0, 2 * Math.PI);
  g.fill();
  g.fillText(note, x + 15 * r, lead.nameY);
}

/** What is wrong with leads, by lead name, as in `electrode off`. */
export type LeadNotes = Readonly<Record<string, string>>;

/** The notes once more, above traces of neighbours that reach into them: what is wrong with a lead must stay readable. */
export function paintNotes(g: Context, sheet: Sheet, palette: Palette, leads: readonly PlacedLead[], notes: LeadNotes): void {
  for (const lead of leads) {
    const note = notes[lead.lead];
    if (note) paintNote(g, sheet, palette, lead, note);
  }
}

/** Paper without rules, as it shows in the gap of a sweep: nothing on it but the notes. */
export function paintBlank(g: Context, sheet: Sheet, placement: Placement, palette: Palette, notes: LeadNotes): void {
  g.fillStyle = palette.paper;
  g.fillRect(0, 0, sheet.width, sheet.height);
  for (const band of placement.bands) paintNotes(g, sheet, palette, band.leads, notes);
}

export function paintPaper(g: Context, sheet: Sheet, placement: Placement, palette: Palette, notes: LeadNotes): void {
  g.fillStyle = palette.paper;
  g.fillRect(0, 0, sheet.width, sheet.height);
  g.fillStyle = palette['grid-minor'];
  paintRules(g, sheet, placement.paper, MINOR_MM);
  g.fillStyle = palette['grid-major'];
  paintRules(g, sheet, placement.paper, MAJOR_MM);
  g.textAlign = 'left';
  g.textBaseline = 'alphabetic';
  g.lineJoin = 'round';
  for (const lead of placement.bands.flatMap((band) => band.leads)) {
    g.strokeStyle = palette.trace;
    g.lineWidth = 1.25 * sheet.ratio;
    g.globalAlpha = 0.62;
    paintPulse(g, sheet, lead);
    g.globalAlpha = 1;
    paintName(g, sheet, palette, lead);
    const note = notes[lead.lead];
    if (note) paintNote(g, sheet, palette, lead, note);
  }
}
