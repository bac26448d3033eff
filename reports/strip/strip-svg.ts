/**
 * A strip as SVG on paper, to scale: the unit of the drawing is the millimetre, 25 mm/s and 10 mm/mV. Truth ticks stand above the
 * signal, detections below; gaps stay blank.
 */
import { CALIBRATION } from '../../look/index.ts';
import type { Strip, StripBeat } from '../model/result.ts';
import { escapeText } from '../page/html.ts';
import { tracePath } from './trace-path.ts';

const SPEED_MM_PER_S = 25;
const GAIN_MM_PER_MV = 10;
const MARGIN_MM = 12;
const LANE_MM = 6;
const LEAD_MM = 25;
/** Width on the page in CSS pixels per millimetre, at 96 dpi. */
const PX_PER_MM = 96 / 25.4;

interface Sheet {
  readonly strip: Strip;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (seconds: number) => number;
}

const n = (value: number): string => String(Number(value.toFixed(2)));

function sheetOf(strip: Strip): Sheet {
  const samples = Math.max(0, ...strip.leads.map((lead) => lead.mv.length));
  const width = MARGIN_MM + (samples / strip.sampleRate) * SPEED_MM_PER_S + 2;
  const top = LANE_MM * (1 + bandLanes(strip));
  const bottom = top + LEAD_MM * strip.leads.length;
  return { strip, width, top, bottom, x: (seconds) => MARGIN_MM + (seconds - strip.fromS) * SPEED_MM_PER_S };
}

const bandLanes = (strip: Strip): number => Math.min(3, strip.bands.length);

function beatTicks({ x, top, bottom, width }: Sheet, beats: readonly StripBeat[], side: 'truth' | 'detected'): string {
  const [from, to, textY] = side === 'truth' ? [top, top - 2, top - 2.6] : [bottom, bottom + 2, bottom + 4.9];
  return beats
    .filter((beat) => x(beat.t) >= MARGIN_MM && x(beat.t) <= width)
    .map((beat) => {
      const at = n(x(beat.t));
      return `<path class="${side}" d="M${at} ${n(from)}V${n(to)}"/><text class="tick" x="${at}" y="${n(textY)}">${escapeText(beat.class)}</text>`;
    })
    .join('');
}

function bands({ strip, x, top, bottom, width }: Sheet): string {
  return strip.bands
    .slice(0, 3)
    .map((band, lane) => {
      const from = Math.max(MARGIN_MM, x(band.fromS));
      const to = Math.min(width, x(band.toS));
      if (to < MARGIN_MM || from > width) return '';
      const y = lane * LANE_MM;
      return (
        `<rect class="band ${band.kind}" x="${n(from)}" y="${n(y)}" width="${n(Math.max(0.4, to - from))}" height="${n(bottom - y)}"/>` +
        `<path class="edge ${band.kind}" d="M${n(from)} ${n(y)}V${n(bottom)}M${n(from)} ${n(y + 0.3)}H${n(to)}"/>` +
        `<text class="label" x="${n(from + 0.8)}" y="${n(Math.min(y + 3.9, top - 0.5))}">${escapeText(band.kind === 'window' ? band.label : `${band.kind} ${band.label}`)}</text>`
      );
    })
    .join('');
}

function leadRow({ strip, top, width }: Sheet, index: number): string {
  const lead = strip.leads[index]!;
  const zero = top + LEAD_MM * (index + 0.55);
  const pulse = `M1 ${n(zero)}h1.5v${-CALIBRATION.millivolts * GAIN_MM_PER_MV}h${CALIBRATION.seconds * SPEED_MM_PER_S}v${CALIBRATION.millivolts * GAIN_MM_PER_MV}h1.5`;
  const path = tracePath(lead.mv, {
    x0: MARGIN_MM,
    mmPerSample: SPEED_MM_PER_S / strip.sampleRate,
    y0: zero,
    mmPerMv: GAIN_MM_PER_MV,
    clip: [top - LEAD_MM * 0.2, top + LEAD_MM * (strip.leads.length + 0.2)],
  });
  const name = `<text class="lead" x="${n(Math.min(1, width))}" y="${n(zero - 11)}">${escapeText(lead.name)}</text>`;
  return `<path class="pulse" d="${pulse}"/><path class="trace" d="${path}"/>${name}`;
}

/** One SVG element, styled by the page's tokens. `id` keeps the grid patterns of several strips on one page apart. */
export function stripSvg(strip: Strip, id: string): string {
  const sheet = sheetOf(strip);
  const height = sheet.bottom + LANE_MM;
  const legend = `${strip.title}: leads ${strip.leads.map((lead) => lead.name).join(', ')}, ${strip.truth.length} true and ${strip.detected.length} detected beats`;
  const grid = (size: number, name: string): string =>
    `<pattern id="${id}-${name}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" x="${MARGIN_MM % size}" y="${n(sheet.top % size)}"><path class="grid-${name}" d="M${size} 0H0V${size}"/></pattern>`;
  const paper = `x="0" y="${n(sheet.top)}" width="${n(sheet.width)}" height="${n(sheet.bottom - sheet.top)}"`;
  return (
    `<svg class="strip" role="img" aria-label="${escapeText(legend)}" viewBox="0 0 ${n(sheet.width)} ${n(height)}" width="${n(sheet.width * PX_PER_MM)}" height="${n(height * PX_PER_MM)}">` +
    `<defs>${grid(1, 'minor')}${grid(5, 'major')}</defs>` +
    `<rect class="paper" ${paper}/><rect ${paper} fill="url(#${id}-minor)"/><rect ${paper} fill="url(#${id}-major)"/>` +
    bands(sheet) +
    strip.leads.map((_, index) => leadRow(sheet, index)).join('') +
    beatTicks(sheet, strip.truth, 'truth') +
    beatTicks(sheet, strip.detected, 'detected') +
    '</svg>'
  );
}
