/**
 * Second-order sections, transposed direct form II, float64 state: the form that keeps a 0.05 Hz corner stable at 500 Hz.
 * Designs: bilinear transform of the analogue prototypes as in R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter
 * coefficients" (low pass, high pass, notch).
 */
export interface Section {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Q of a second-order Butterworth section: flat pass band, -3 dB at the corner. */
const BUTTERWORTH_Q = Math.SQRT1_2;

type Numerator = (cos: number, alpha: number) => readonly [number, number, number];

function design(sampleRate: number, hz: number, q: number, numerator: Numerator): Section {
  if (!(hz > 0 && hz < sampleRate / 2)) throw new RangeError(`a filter corner must lie in 0..${sampleRate / 2} Hz, got ${hz}`);
  const omega = (2 * Math.PI * hz) / sampleRate;
  const cos = Math.cos(omega);
  const alpha = Math.sin(omega) / (2 * q);
  const a0 = 1 + alpha;
  const [b0, b1, b2] = numerator(cos, alpha);
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 };
}

export const lowPass = (sampleRate: number, hz: number): Section =>
  design(sampleRate, hz, BUTTERWORTH_Q, (cos) => [(1 - cos) / 2, 1 - cos, (1 - cos) / 2]);

export const highPass = (sampleRate: number, hz: number): Section =>
  design(sampleRate, hz, BUTTERWORTH_Q, (cos) => [(1 + cos) / 2, -(1 + cos), (1 + cos) / 2]);

/** Zero at `hz`; -3 dB width is hz / q. */
export const notch = (sampleRate: number, hz: number, q: number): Section => design(sampleRate, hz, q, (cos) => [1, -2 * cos, 1]);

/** Doubles of state per section and channel. */
export const STATE_SIZE = 2;

/** Filters `signal[0..count)` in place. The state of the channel is `state[slot]` and `state[slot + 1]`. */
export function filterBlock(section: Section, state: Float64Array, slot: number, signal: Float64Array, count: number): void {
  const { b0, b1, b2, a1, a2 } = section;
  let z1 = state[slot]!;
  let z2 = state[slot + 1]!;
  for (let i = 0; i < count; i += 1) {
    const x = signal[i]!;
    const y = b0 * x + z1;
    z1 = b1 * x - a1 * y + z2;
    z2 = b2 * x - a2 * y;
    signal[i] = y;
  }
  state[slot] = z1;
  state[slot + 1] = z2;
}

/** Silence leaves ever smaller numbers behind, which the processor handles slowly: below this they are zero. */
const TINY = 1e-30;

/** Call at fixed sample times only, so that the result never depends on how the stream was cut. */
export function flushTiny(state: Float64Array): void {
  for (let i = 0; i < state.length; i += 1) if (Math.abs(state[i]!) < TINY) state[i] = 0;
}

/** Complex response of one section at `hz` as [real, imaginary]. */
function response(section: Section, sampleRate: number, hz: number): readonly [number, number] {
  const omega = (2 * Math.PI * hz) / sampleRate;
  const [c1, s1, c2, s2] = [Math.cos(omega), -Math.sin(omega), Math.cos(2 * omega), -Math.sin(2 * omega)];
  const nr = section.b0 + section.b1 * c1 + section.b2 * c2;
  const ni = section.b1 * s1 + section.b2 * s2;
  const dr = 1 + section.a1 * c1 + section.a2 * c2;
  const di = section.a1 * s1 + section.a2 * s2;
  const norm = dr * dr + di * di;
  return [(nr * dr + ni * di) / norm, (ni * dr - nr * di) / norm];
}

/** Gain (1 = unchanged) of a cascade at `hz`. */
export function gainAt(sections: readonly Section[], sampleRate: number, hz: number): number {
  return sections.reduce((gain, section) => gain * Math.hypot(...response(section, sampleRate, hz)), 1);
}

/** Group delay of a cascade at `hz`, in seconds: the slope of its phase over 0.1 Hz. */
export function groupDelayAt(sections: readonly Section[], sampleRate: number, hz: number): number {
  const step = 0.05;
  let delay = 0;
  for (const section of sections) {
    const [ar, ai] = response(section, sampleRate, hz - step);
    const [br, bi] = response(section, sampleRate, hz + step);
    delay += Math.atan2(ai * br - ar * bi, ar * br + ai * bi) / (2 * Math.PI * 2 * step);
  }
  return delay;
}
