/** For tests: a patient observed for a while. */
import { createPrng } from '../../kernel/index.ts';
import type { ParamValues } from '../contract.ts';
import type { TruthEvent } from '../truth.ts';
import { createPatient } from './patient.ts';
import { LEAD_COUNT } from './waves/dower.ts';

export type Told<Kind extends TruthEvent['kind']> = Extract<TruthEvent, { kind: Kind }>;

export interface Observation {
  readonly samples: Float32Array;
  readonly truth: readonly TruthEvent[];
  told<Kind extends TruthEvent['kind']>(kind: Kind): Told<Kind>[];
  /** One lead, mV. */
  lead(index: number): Float32Array;
}

export interface ObserveOptions {
  readonly rhythm: string;
  readonly params?: ParamValues;
  readonly seconds: number;
  readonly seed?: number;
  readonly sampleRate?: number;
  /** Frames per call of render; the last repeats. */
  readonly chunks?: readonly number[];
}

export function observe({ rhythm, params = {}, seconds, seed = 1, sampleRate = 500, chunks }: ObserveOptions): Observation {
  const patient = createPatient({ prng: createPrng(seed), sampleRate, rhythm, params });
  const truth: TruthEvent[] = [];
  patient.onTruth((event) => truth.push(event));
  const frames = Math.round(seconds * sampleRate);
  const samples = new Float32Array(frames * LEAD_COUNT);
  for (let at = 0, call = 0; at < frames; call += 1) {
    const count = Math.min(frames - at, chunks?.[Math.min(call, chunks.length - 1)] ?? frames);
    patient.render(samples.subarray(at * LEAD_COUNT), count);
    at += count;
  }
  return {
    samples,
    truth,
    told: (kind) => truth.filter((event): event is Told<typeof kind> => event.kind === kind),
    lead: (index) => Float32Array.from({ length: frames }, (_, i) => samples[i * LEAD_COUNT + index]!),
  };
}

/** Steps from each number to the next. */
export const steps = (numbers: readonly number[]): number[] => numbers.slice(1).map((x, i) => x - numbers[i]!);
export const mean = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((sum, x) => sum + x, 0) / numbers.length;
export const deviation = (numbers: ArrayLike<number>): number => {
  const centre = mean(numbers);
  return Math.sqrt(mean(Array.from(numbers, (x) => (x - centre) ** 2)));
};
export const peakToPeak = (numbers: Float32Array): number =>
  numbers.reduce((a, b) => Math.max(a, b), -Infinity) - numbers.reduce((a, b) => Math.min(a, b), Infinity);

/** Equal to the last bit. A comparison of arrays by the test runner takes seconds. */
export const sameBits = (a: Float32Array, b: Float32Array): boolean =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength));
