/**
 * A wave is a sum of asymmetric bells. Its boundaries are defined, not detected: it begins where the steepest tangent of its first
 * bell meets the baseline and ends where that of its last bell does. For a bell the steepest point is at one sigma and the tangent
 * meets the baseline at two, so on = centre - 2 rise, off = centre + 2 fall. Its peak is that of |lead II| of the wave alone.
 */
import { BELL_REACH } from './bell.ts';
import { type LeadGains, projectDipole, type Vector } from './dower.ts';

export interface Bell {
  /** mV per lead, shared between beats. */
  readonly leads: Float64Array;
  readonly gain: number;
  /** ms from the reference instant of the wave. */
  readonly centre: number;
  /** Sigma before and after the centre, ms. */
  readonly rise: number;
  readonly fall: number;
}
export type Wave = readonly Bell[];

const TANGENT = 2;
const LEAD_II = 1;
const CREST_GRID_MS = 0.05;

export interface BellShape {
  readonly dipole: Vector;
  readonly residual?: LeadGains;
  /** [centre, rise, fall] in ms. */
  readonly ms: readonly [centre: number, rise: number, fall: number];
}

export const bell = ({ dipole, residual, ms: [centre, rise, fall] }: BellShape): Bell => ({
  leads: projectDipole(dipole, residual),
  gain: 1,
  centre,
  rise,
  fall,
});

export const onsetOf = (wave: Wave): number => Math.min(...wave.map((b) => b.centre - TANGENT * b.rise));
export const offsetOf = (wave: Wave): number => Math.max(...wave.map((b) => b.centre + TANGENT * b.fall));
/** The first instant with any signal at all. */
export const startOf = (wave: Wave): number => Math.min(...wave.map((b) => b.centre - BELL_REACH * b.rise));

/** Moved by `ms`, stretched about its reference by `stretch`, made `gain` times as large. */
export function place(wave: Wave, { ms = 0, stretch = 1, gain = 1 }: { ms?: number; stretch?: number; gain?: number }): Wave {
  return wave.map((b) => ({
    leads: b.leads,
    gain: b.gain * gain,
    centre: b.centre * stretch + ms,
    rise: b.rise * stretch,
    fall: b.fall * stretch,
  }));
}

function heightInII(wave: Wave, at: number): number {
  let mv = 0;
  for (const b of wave) {
    const u = (at - b.centre) / (at < b.centre ? b.rise : b.fall);
    mv += b.gain * b.leads[LEAD_II]! * Math.exp((-u * u) / 2);
  }
  return Math.abs(mv);
}

/** The wave with its peak in lead II at 0 ms, to a twentieth of a millisecond. */
export function centreOnPeak(wave: Wave): Wave {
  let peak = onsetOf(wave);
  for (let at = peak; at <= offsetOf(wave); at += CREST_GRID_MS) if (heightInII(wave, at) > heightInII(wave, peak)) peak = at;
  return place(wave, { ms: -peak });
}
