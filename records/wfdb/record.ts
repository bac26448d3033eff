import type { Samples } from './signal-format.ts';

/** One signal of a record, in memory. */
export interface RecordSignal {
  /** The description of the header, `MLII` or `ECG lead II`. */
  readonly name: string;
  /** Digital units per physical unit. */
  readonly gain: number;
  /** Digital value of zero physical units. */
  readonly baseline: number;
  readonly units: string;
  /** `sampleCount * samplesPerFrame` values. */
  readonly digital: Samples;
  readonly samplesPerFrame: number;
  /** The digital value that means "no sample". */
  readonly missing: number;
  readonly adcBits: number;
  readonly adcZero: number;
  /** False when the header gave no gain: physical values assume 200 per mV. */
  readonly calibrated: boolean;
}

export interface WfdbRecord {
  readonly name: string;
  /** Frames per second; a signal has `samplesPerFrame` samples in each. */
  readonly sampleRate: number;
  /** Frames. */
  readonly sampleCount: number;
  readonly signals: readonly RecordSignal[];
  /** Free text of the header: patient, medication, origin. */
  readonly comments: readonly string[];
}

/** Physical values (`units` of the signal) of samples `from` to `to`; NaN where there is no sample. */
export function toPhysical(signal: RecordSignal, from = 0, to = signal.digital.length): Float32Array {
  const { digital, gain, baseline, missing } = signal;
  const values = new Float32Array(Math.max(0, Math.min(to, digital.length) - from));
  for (let i = 0; i < values.length; i += 1) {
    const value = digital[from + i]!;
    values[i] = value === missing ? Number.NaN : (value - baseline) / gain;
  }
  return values;
}

const INT16_MISSING = -32768;

/**
 * A signal from physical values, rounded to 16 bits: NaN becomes "no sample", what does not fit is held at the nearest end.
 * `gain` is digital units per physical unit.
 */
export function fromPhysical(
  values: ArrayLike<number>,
  { name, gain, baseline = 0, units = 'mV' }: { name: string; gain: number; baseline?: number; units?: string },
): RecordSignal {
  const digital = new Int16Array(values.length);
  for (let i = 0; i < digital.length; i += 1) {
    const value = Math.round(values[i]! * gain) + baseline;
    digital[i] = Number.isNaN(value) ? INT16_MISSING : Math.max(INT16_MISSING + 1, Math.min(-INT16_MISSING - 1, value));
  }
  return { name, gain, baseline, units, digital, samplesPerFrame: 1, missing: INT16_MISSING, adcBits: 16, adcZero: 0, calibrated: true };
}
