/** The shipping pipeline over a WFDB record, causal, at the record's own rate. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { createEventOrder, createPipeline, type MonitorEvent } from '../monitor/index.ts';
import { type AnnotationInput, readRecord, toPhysical, writeAnnotations } from '../records/index.ts';
import { usage } from './exit.ts';

export interface AnalyzeRequest {
  /** Path without an ending. */
  readonly record: string;
  /** `0,1` or `all`. */
  readonly leads: string;
  readonly annotator: string;
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
const STDOUT_FD = 1;
const SYMBOL = { N: 'N', S: 'S', V: 'V', F: 'F', Q: 'Q' } as const;

function leadIndices(text: string, available: number): readonly number[] {
  if (text === 'all') return Array.from({ length: available }, (_, i) => i);
  const wanted = text.split(',').map(Number);
  const bad = wanted.find((lead) => !Number.isInteger(lead) || lead < 0 || lead >= available);
  if (bad !== undefined || wanted.length === 0)
    throw usage(`--leads ${text}: this record has the signals 0 to ${available - 1}, or write all`);
  return wanted;
}

/** Writes `RECORD.ANNOTATOR` and the event lines. Throws what the record reader says about a bad file. */
export async function analyzeRecord(request: AnalyzeRequest): Promise<AnalyzeSummary> {
  const record = await readRecord(request.record);
  const { sampleRate } = record;
  const chosen = leadIndices(request.leads, record.signals.length).map((lead) => record.signals[lead]!);
  const odd = chosen.find(({ samplesPerFrame }) => samplesPerFrame !== 1);
  if (odd) throw usage(`${request.record}: signal "${odd.name}" has ${odd.samplesPerFrame} samples in a frame; choose others with --leads`);
  const from = Math.min(record.sampleCount, Math.round(request.fromS * sampleRate));
  const to = Math.min(record.sampleCount, Math.round(request.toS * sampleRate));
  const rows = chosen.map((signal) => toPhysical(signal, from, to));

  const beats: AnnotationInput[] = [];
  const fd = request.events === undefined ? undefined : request.events === '-' ? STDOUT_FD : openSync(request.events, 'w');
  const pending: MonitorEvent[] = [];
  const order = createEventOrder((event) => pending.push(event));
  const pipeline = createPipeline({ sampleRate, leads: chosen.map(({ name }) => name), onEvent: (event) => order.add(event) });

  function drain(): void {
    for (const event of pending) {
      if (event.kind === 'beat' && event.state === 'final')
        beats.push({ sample: from + event.sample!, symbol: event.paced ? '/' : SYMBOL[event.class] });
    }
    if (fd !== undefined && pending.length > 0) writeSync(fd, `${pending.map((event) => JSON.stringify(event)).join('\n')}\n`);
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
  if (fd !== undefined && fd !== STDOUT_FD) closeSync(fd);
  await writeAnnotations(
    request.record,
    request.annotator,
    beats.toSorted((a, b) => a.sample - b.sample),
  );
  return { samples, beats: beats.length, xRealTime: Math.round(samples / sampleRate / Math.max(wallS, 1e-6)) };
}
