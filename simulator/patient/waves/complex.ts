/** A ventricular complex: QRS and T, brought to the width and the QT wanted. */
import { centreOnPeak, offsetOf, onsetOf, place, startOf, type Wave } from './wave.ts';

export interface ComplexTemplate {
  /** R peak at 0. */
  readonly qrs: Wave;
  readonly t: Wave;
}

/** QT at which the T wave of a template has its natural width. */
const QT_NATURAL_MS = 370;

export const complexTemplate = ({ qrs, t }: { qrs: Wave; t: Wave }): ComplexTemplate => ({ qrs: centreOnPeak(qrs), t: centreOnPeak(t) });

/** Times in ms from the R peak. */
export interface Complex {
  readonly bells: Wave;
  readonly start: number;
  readonly qrsOn: number;
  readonly qrsOff: number;
  readonly tPeak: number;
  readonly tOff: number;
}

export interface ComplexMeasures {
  readonly qrsMs: number;
  readonly qtMs: number;
  /** Height of T against the template. */
  readonly tScale: number;
}

/** Sigma and spacing of QRS scale with its width; T moves and widens with QT, so that QRS and QT are exact by the definition of wave.ts. */
export function shapeComplex({ qrs, t }: ComplexTemplate, { qrsMs, qtMs, tScale }: ComplexMeasures): Complex {
  const depolarisation = place(qrs, { stretch: qrsMs / (offsetOf(qrs) - onsetOf(qrs)) });
  const qrsOn = onsetOf(depolarisation);
  const stretch = qtMs / QT_NATURAL_MS;
  const tPeak = qrsOn + qtMs - stretch * offsetOf(t);
  const bells = [...depolarisation, ...place(t, { ms: tPeak, stretch, gain: tScale })];
  return { bells, start: startOf(bells), qrsOn, qrsOff: qrsOn + qrsMs, tPeak, tOff: qrsOn + qtMs };
}
