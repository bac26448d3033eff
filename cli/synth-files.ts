/** Signal and truth as files: WFDB with annotations, CSV or JSON. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScale, type DeviceProfile, TRANSMITTED_LEADS } from '../firmware-protocol/index.ts';
import { toSeconds } from '../kernel/index.ts';
import { type AnnotationInput, fromPhysical, type RecordSignal, writeAnnotations, writeCsv, writeRecord } from '../records/index.ts';
import { type NoiseId, type ParamValues, type Synthesis, synthesise, type TruthEvent } from '../simulator/index.ts';
import { usage } from './exit.ts';
import { makeFolder } from './output-file.ts';

export const SYNTH_FORMATS = ['wfdb', 'csv', 'json'] as const;
export type SynthFormat = (typeof SYNTH_FORMATS)[number];

export interface SynthRequest {
  readonly rhythm: string;
  readonly params: ParamValues;
  readonly noise: Partial<Readonly<Record<NoiseId, number>>>;
  readonly seed: number;
  readonly sampleRate: number;
  readonly durationS: number;
  readonly leads: 8 | 12;
  readonly format: SynthFormat;
  /** Device whose ADC the signal goes through; undefined leaves it as the skin gives it. */
  readonly device: DeviceProfile | undefined;
  readonly out: string;
}

export interface SynthResult {
  readonly record: string;
  readonly files: readonly string[];
  readonly samples: number;
  readonly beats: number;
}

/** Digital units per mV where no device is asked for: 1 uV steps and +-32 mV of room. */
const GAIN_FINE = 1000;
/** A day of 12 leads at 500 Hz is 518 million: 2 GB as floats, which is what a record is made in. */
const VALUES_MAX = 600e6;

/** Rhythm labels of the MIT-BIH databases (WFDB annotation guide); what has none of its own is written by its id. */
const MIT_RHYTHM: Readonly<Record<string, string>> = {
  sinus: 'N',
  'sinus-arrhythmia': 'N',
  'af-coarse': 'AFIB',
  'flutter-2-1': 'AFL',
  bigeminy: 'B',
  'vt-monomorphic': 'VT',
  'vf-coarse': 'VFIB',
  asystole: 'ASYS',
  'av-block-2-wenckebach': 'BII',
  'av-block-3': 'BIII',
  'paced-ventricular': 'P',
};
const BEAT_SYMBOL = { N: 'N', S: 'S', V: 'V', F: 'F', paced: '/' } as const;

/** Truth as WFDB annotations: beats at their R peak, rhythm changes as notes. */
function annotationsOf(truth: readonly TruthEvent[], { sampleRate, samples }: { sampleRate: number; samples: number }): AnnotationInput[] {
  const labels = truth.flatMap((event): AnnotationInput[] => {
    const at = event.kind === 'beat' ? event.fiducials.rPeak : event.at;
    const sample = Math.round(toSeconds(at) * sampleRate);
    if (sample < 0 || sample >= samples) return [];
    if (event.kind === 'beat') return [{ sample, symbol: BEAT_SYMBOL[event.class] }];
    return event.kind === 'rhythm' ? [{ sample, symbol: '+', aux: `(${MIT_RHYTHM[event.id] ?? event.id}` }] : [];
  });
  return labels.toSorted((a, b) => a.sample - b.sample);
}

/** What the converter of a device makes of the eight leads, as digital signals in its own scale. */
function throughDevice({ signals }: Synthesis, profile: DeviceProfile): RecordSignal[] {
  const count = signals[0]!.length;
  const width = TRANSMITTED_LEADS.length;
  const frames = new Float32Array(count * width);
  signals.forEach((row, lead) => {
    for (let i = 0; i < count; i += 1) frames[i * width + lead] = row[i]!;
  });
  const counts = new Uint16Array(count * width);
  createScale(profile).millivoltsToCounts(frames, count, counts);
  return TRANSMITTED_LEADS.map((name, lead) => ({
    name,
    gain: profile.countsPerMv,
    baseline: profile.baseline[name],
    units: 'mV',
    digital: Int16Array.from({ length: count }, (_, i) => counts[i * width + lead]!),
    samplesPerFrame: 1,
    missing: -32_768,
    adcBits: 12,
    adcZero: 2048,
    calibrated: true,
  }));
}

/** Writes the files into `out`. Throws a RangeError for a bad value, a usage error where two options contradict each other. */
export async function synthToFiles(request: SynthRequest): Promise<SynthResult> {
  const { rhythm: record, out, format, device, sampleRate, leads } = request;
  if (device !== undefined && (leads === 12 || format !== 'wfdb')) {
    throw usage(`--device ${device.protocol}: a device sends 8 leads of ADC counts. Add --leads 8 --format wfdb`);
  }
  const values = request.durationS * sampleRate * leads;
  if (values > VALUES_MAX) {
    throw usage(
      `--for: ${leads} leads at ${sampleRate} Hz fit in memory up to ${Math.floor(VALUES_MAX / sampleRate / leads / 3600)} h. Write several records`,
    );
  }
  makeFolder('--out', out);
  const synthesis = synthesise(request);
  const samples = synthesis.signals[0]!.length;
  const beats = synthesis.truth.filter(({ kind }) => kind === 'beat').length;
  const file = (ending: string): string => join(out, `${record}.${ending}`);
  if (format === 'json') {
    const { truth, signals } = synthesis;
    writeFileSync(
      file('json'),
      JSON.stringify({
        record,
        sampleRate,
        leads: synthesis.leads,
        unit: 'mV',
        signals: signals.map((row) => Array.from(row, (mv) => Number(mv.toFixed(6)))),
        truth,
      }),
    );
    return { record, files: [file('json')], samples, beats };
  }
  const truthFile = file('truth.jsonl');
  writeFileSync(truthFile, `${synthesis.truth.map((event) => JSON.stringify(event)).join('\n')}\n`);
  if (format === 'csv') {
    await writeCsv(file('csv'), {
      sampleRate,
      signals: synthesis.leads.map((name, i) => ({ name, units: 'mV', values: synthesis.signals[i]! })),
    });
    return { record, files: [file('csv'), truthFile], samples, beats };
  }
  const signals =
    device === undefined
      ? synthesis.leads.map((name, i) => fromPhysical(synthesis.signals[i]!, { name, gain: GAIN_FINE }))
      : throughDevice(synthesis, device);
  await writeRecord(out, {
    name: record,
    sampleRate,
    sampleCount: samples,
    signals,
    comments: [`simulated by heartloop: ${record}, seed ${request.seed}. Not a patient.`],
  });
  await writeAnnotations(join(out, record), 'atr', annotationsOf(synthesis.truth, { sampleRate, samples }));
  return { record, files: [file('hea'), file('dat'), file('atr'), truthFile], samples, beats };
}
