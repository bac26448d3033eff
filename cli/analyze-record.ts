/** The shipping pipeline over a WFDB record, causal, at the record's own rate. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { DeviceProfile } from '../firmware-protocol/index.ts';
import { createEventOrder, createPipeline, type MonitorEvent } from '../monitor/index.ts';
import { type AnnotationInput, type RecordSignal, readRecord, toPhysical, writeAnnotations } from '../records/index.ts';
import { usage } from './exit.ts';
import { openOutputFile } from './output-file.ts';

export interface AnalyzeRequest {
  /** Path without an ending. */
  readonly record: string;
  /** `0,1` or `all`. */
  readonly leads: string;
  readonly annotator: string;
  /** The device whose channels the record holds; undefined when its signals are leads already. */
  readonly profile: DeviceProfile | undefined;
  /** File of event lines, `-` for stdout, undefined for none. */
  readonly events: string | undefined;
  readonly fromS: number;
  readonly toS: number;
  readonly onProgress: (text: string) => void;
}

export interface AnalyzeSummary {
  readonly samples: number;
  readonly beats: number;
  readonly xRealTime: number;
}

const BLOCK_S = 1;
const SYMBOL = { N: 'N', S: 'S', V: 'V', F: 'F', Q: 'Q' } as const;

function leadIndices(text: string, available: number): readonly number[] {
  if (text === 'all') return Array.from({ length: available }, (_, i) => i);
  const wanted = text.split(',').map(Number);
  const bad = wanted.find((lead) => !Number.isInteger(lead) || lead < 0 || lead >= available);
  if (bad !== undefined || wanted.length === 0)
    throw usage(`--leads ${text}: this record has the signals 0 to ${available - 1}, or write all`);
  return wanted;
}

/** Refuses to write over the record itself, or over the reference it is to be compared with. */
function mustBeSpare({ record, annotator }: AnalyzeRequest): void {
  if (!/^[a-z0-9]+$/i.test(annotator)) throw usage(`--annotator ${annotator}: write letters and digits, as in hl`);
  const file = `${basename(record)}.${annotator}`;
  const named = readFileSync(`${record}.hea`, 'utf8')
    .split('\n')
    .map((line) => line.split(/\s/)[0]);
  if (annotator === 'hea' || named.includes(file))
    throw usage(`--annotator ${annotator}: ${file} is the record itself. Choose another name, as in hl`);
  if (annotator === 'atr' && existsSync(`${record}.atr`))
    throw usage(`--annotator atr: ${file} is the reference. Choose another name, as in hl`);
}

/** Chest channels against RA become leads against Wilson's terminal, as the monitor makes them from that device: less (I + II) / 3. */
function toWilson(
  signals: readonly RecordSignal[],
  { chosen, rows, from, to }: { chosen: readonly RecordSignal[]; rows: readonly Float32Array[]; from: number; to: number },
): void {
  const [i, ii] = ['I', 'II'].map((name) => signals.find((signal) => signal.name === name));
  if (!i || !ii) throw usage('--profile: chest channels against RA need the signals I and II, and this record has not both');
  const [limbI, limbII] = [toPhysical(i, from, to), toPhysical(ii, from, to)];
  chosen.forEach(({ name }, at) => {
    if (!/^V[1-6]$/.test(name)) return;
    const row = rows[at]!;
    for (let k = 0; k < row.length; k += 1) row[k]! -= (limbI[k]! + limbII[k]!) / 3;
  });
}

/** An event of a part of a record, told in the time of the whole. */
function later(event: MonitorEvent, from: number, sampleRate: number): MonitorEvent {
  if (from === 0) return event;
  const s = from / sampleRate;
  return {
    ...event,
    t: event.t + s,
    ...(event.sample === undefined ? {} : { sample: event.sample + from }),
    ...('onset' in event ? { onset: event.onset + s } : {}),
  };
}

/** Writes `RECORD.ANNOTATOR` and the event lines. Throws what the record reader says about a bad file. */
export async function analyzeRecord(request: AnalyzeRequest): Promise<AnalyzeSummary> {
  const record = await readRecord(request.record);
  const { sampleRate } = record;
  const chosen = leadIndices(request.leads, record.signals.length).map((lead) => record.signals[lead]!);
  const odd = chosen.find(({ samplesPerFrame }) => samplesPerFrame !== 1);
  if (odd) throw usage(`${request.record}: signal "${odd.name}" has ${odd.samplesPerFrame} samples in a frame; choose others with --leads`);
  mustBeSpare(request);
  const lengthS = record.sampleCount / sampleRate;
  if (request.fromS >= lengthS) throw usage(`--from ${request.fromS}s: ${request.record} lasts ${lengthS.toFixed(3)} s`);
  if (request.toS <= request.fromS) throw usage(`--to ${request.toS}s: must come after --from, which is ${request.fromS}s`);
  const from = Math.round(request.fromS * sampleRate);
  const to = Math.min(record.sampleCount, Math.round(request.toS * sampleRate));
  const rows = chosen.map((signal) => toPhysical(signal, from, to));
  if (request.profile?.chestReference === 'RA') toWilson(record.signals, { chosen, rows, from, to });

  const beats: AnnotationInput[] = [];
  const file = request.events === undefined || request.events === '-' ? undefined : openOutputFile('--events', request.events);
  const write = request.events === '-' ? (text: string) => void process.stdout.write(text) : file?.write;
  const pending: MonitorEvent[] = [];
  const order = createEventOrder((event) => pending.push(event));
  const pipeline = createPipeline({ sampleRate, leads: chosen.map(({ name }) => name), onEvent: (event) => order.add(event) });

  function drain(): void {
    for (const event of pending) {
      if (event.kind === 'beat' && event.state === 'final')
        beats.push({ sample: from + event.sample!, symbol: event.paced ? '/' : SYMBOL[event.class] });
    }
    if (pending.length > 0) write?.(`${pending.map((event) => JSON.stringify(later(event, from, sampleRate))).join('\n')}\n`);
    pending.length = 0;
  }

  const startedAt = performance.now();
  const samples = rows[0]?.length ?? 0;
  const blockSize = Math.max(1, Math.round(BLOCK_S * sampleRate));
  const mv = new Float32Array(blockSize * rows.length);
  for (let at = 0; at < samples; at += blockSize) {
    const count = Math.min(blockSize, samples - at);
    rows.forEach((row, lead) => {
      for (let i = 0; i < count; i += 1) mv[i * rows.length + lead] = row[at + i]!;
    });
    pipeline.push({ mv, count });
    drain();
    request.onProgress(`${((100 * (at + count)) / samples).toFixed(0)} %`);
  }
  pipeline.end();
  order.end();
  drain();
  const wallS = (performance.now() - startedAt) / 1e3;
  await file?.end();
  await writeAnnotations(
    request.record,
    request.annotator,
    beats.toSorted((a, b) => a.sample - b.sample),
  );
  return { samples, beats: beats.length, xRealTime: Math.round(samples / sampleRate / Math.max(wallS, 1e-6)) };
}
