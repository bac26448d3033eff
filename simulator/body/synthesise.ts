/** A record in memory: signal and truth of one rhythm, before any ADC. */
import { LEADS, type Lead, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import { createPrng, us } from '../../kernel/index.ts';
import type { NoiseId, ParamValues } from '../contract.ts';
import { createPatient } from '../patient/index.ts';
import type { TruthEvent } from '../truth.ts';
import { createBody, NOISES } from './body.ts';
import { LEADS_SENT } from './electrodes.ts';
import { TWELVE, toTwelveLeads } from './twelve-leads.ts';

export interface SynthesisOptions {
  readonly rhythm: string;
  readonly params?: ParamValues;
  readonly noise?: Partial<Readonly<Record<NoiseId, number>>>;
  readonly seed: number;
  /** Hz */
  readonly sampleRate: number;
  readonly durationS: number;
  readonly leads?: 8 | 12;
}

export interface Synthesis {
  readonly sampleRate: number;
  readonly leads: readonly Lead[];
  /** mV, one row per lead. */
  readonly signals: readonly Float32Array[];
  /** Everything that happened up to the last sample, in order of time. */
  readonly truth: readonly TruthEvent[];
}

const BLOCK_FRAMES = 500;

function noiseEvents(noise: NonNullable<SynthesisOptions['noise']>): TruthEvent[] {
  return NOISES.flatMap(({ id, unit }): TruthEvent[] => {
    const level = noise[id] ?? 0;
    return level > 0 ? [{ kind: 'noise', at: us(0), id, level, unit }] : [];
  });
}

/** Throws a RangeError for anything out of range, in one sentence. */
export function synthesise({ rhythm, params, noise = {}, seed, sampleRate, durationS, leads = LEADS_SENT }: SynthesisOptions): Synthesis {
  const frames = Math.round(durationS * sampleRate);
  if (!(durationS > 0) || frames < 1) throw new RangeError(`a record needs a duration above 0 s, got ${durationS} s`);
  const prng = createPrng(seed);
  const patient = createPatient({ prng: prng.fork('patient'), sampleRate, rhythm, ...(params ? { params } : {}) });
  const body = createBody({ prng: prng.fork('body'), sampleRate });
  for (const [id, level] of Object.entries(noise)) body.setNoise(id as NoiseId, level);
  const truth = noiseEvents(noise);
  patient.onTruth((event) => truth.push(event));

  const names = leads === TWELVE ? LEADS : TRANSMITTED_LEADS;
  const signals = names.map(() => new Float32Array(frames));
  const eight = new Float32Array(BLOCK_FRAMES * LEADS_SENT);
  const twelve = new Float32Array(BLOCK_FRAMES * TWELVE);
  const connected = new Uint16Array(BLOCK_FRAMES);
  for (let at = 0; at < frames; at += BLOCK_FRAMES) {
    const count = Math.min(BLOCK_FRAMES, frames - at);
    patient.render(eight, count);
    body.process(eight, connected, count, us((at * 1e6) / sampleRate));
    if (leads === TWELVE) toTwelveLeads(eight, twelve, count);
    const block = leads === TWELVE ? twelve : eight;
    signals.forEach((row, lead) => {
      for (let i = 0; i < count; i += 1) row[at + i] = block[i * names.length + lead]!;
    });
  }
  return { sampleRate, leads: names, signals, truth };
}
