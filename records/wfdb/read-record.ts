import { dirname, join } from 'node:path';
import { readNeeded } from '../read-needed.ts';
import { RecordError } from '../record-error.ts';
import { checksumOf, sameChecksum } from './checksum.ts';
import { parseHeader, type RecordHeader, type SignalHeader } from './header.ts';
import type { RecordSignal, WfdbRecord } from './record.ts';
import { missingValue, type Samples, SIGNAL_FORMATS, type SignalFormat, supportedFormats } from './signal-format.ts';

export interface ReadOptions {
  /** What to do when a checksum or first value differs from the header: refuse the record (default), or hear about it and go on. */
  readonly onMismatch?: 'refuse' | ((text: string) => void);
}

/** Signals that share a file lie in it frame by frame, one after the other. */
interface Group {
  readonly file: string;
  readonly format: SignalFormat;
  readonly byteOffset: number;
  readonly signals: readonly SignalHeader[];
  readonly samplesPerFrame: number;
}

const newSamples = (bits: number, length: number): Samples => (bits > 16 ? new Int32Array(length) : new Int16Array(length));

function groupByFile(header: RecordHeader, headerFile: string): Group[] {
  const byFile = Map.groupBy(header.signals, (signal) => signal.file);
  return [...byFile].map(([file, signals]) => {
    const { format: id, byteOffset } = signals[0]!;
    const format = SIGNAL_FORMATS.get(id);
    if (!format) throw new RecordError(`${headerFile}: signal format ${id} of ${file} is not supported. Supported: ${supportedFormats()}`);
    if (signals.some((signal) => signal.format !== id)) throw new RecordError(`${headerFile}: ${file} is given more than one format`);
    return { file, format, byteOffset, signals, samplesPerFrame: signals.reduce((sum, signal) => sum + signal.samplesPerFrame, 0) };
  });
}

function framesIn(bytes: Uint8Array, { format, byteOffset, samplesPerFrame }: Group): number {
  return Math.floor(((bytes.length - byteOffset) * 8) / format.bits / samplesPerFrame);
}

/** One array per signal, in stored order, from the bytes of their file. */
function decodeGroup(bytes: Uint8Array, group: Group, frames: number): Samples[] {
  const { format, byteOffset, signals, samplesPerFrame } = group;
  const all = newSamples(format.bits, frames * samplesPerFrame);
  format.decode(bytes.subarray(byteOffset), all);
  let place = 0;
  return signals.map(({ samplesPerFrame: own }) => {
    const samples = newSamples(format.bits, frames * own);
    for (let frame = 0; frame < frames; frame += 1) {
      for (let i = 0; i < own; i += 1) samples[frame * own + i] = all[frame * samplesPerFrame + place + i]!;
    }
    place += own;
    return samples;
  });
}

function mismatches(signal: SignalHeader, samples: Samples): string[] {
  const found: string[] = [];
  const first = samples[0];
  if (signal.firstValue !== undefined && first !== undefined && first !== signal.firstValue) {
    found.push(`signal "${signal.description}" begins with ${first}, the header says ${signal.firstValue}`);
  }
  const sum = checksumOf(samples);
  if (signal.checksum !== undefined && !sameChecksum(sum, signal.checksum)) {
    found.push(`signal "${signal.description}" has checksum ${sum}, the header says ${signal.checksum}`);
  }
  return found;
}

/** A signal stored late is moved forward; its last frames are then unknown. */
function withoutSkew(samples: Samples, { skew, samplesPerFrame }: SignalHeader, missing: number): Samples {
  if (skew === 0) return samples;
  const aligned = samples.slice().fill(missing);
  aligned.set(samples.subarray(skew * samplesPerFrame));
  return aligned;
}

function toSignal(header: SignalHeader, samples: Samples, bits: number): RecordSignal {
  const missing = missingValue(bits);
  const { description, gain, baseline, units, samplesPerFrame, adcBits, adcZero, calibrated } = header;
  const digital = withoutSkew(samples, header, missing);
  return { name: description, gain, baseline, units, digital, samplesPerFrame, missing, adcBits, adcZero, calibrated };
}

/**
 * Reads a WFDB record: `path` is that of the header without `.hea`; signal files lie beside it. Skew is taken out.
 * Throws a RecordError for a missing, truncated or unsupported file, and when checksum or first value do not match the header.
 */
export async function readRecord(path: string, { onMismatch = 'refuse' }: ReadOptions = {}): Promise<WfdbRecord> {
  const headerFile = `${path}.hea`;
  const text = new TextDecoder().decode(await readNeeded(headerFile, 'a record is named by the path of its header without .hea'));
  const header = parseHeader(text, headerFile);
  const signals = new Map<SignalHeader, RecordSignal>();
  let sampleCount = header.sampleCount;

  for (const group of groupByFile(header, headerFile)) {
    const file = join(dirname(path), group.file);
    const bytes = await readNeeded(file, `${headerFile} names it as a signal file`);
    const frames = (sampleCount ??= framesIn(bytes, group));
    const needed = group.byteOffset + group.format.bytesFor(frames * group.samplesPerFrame);
    if (bytes.length < needed) {
      throw new RecordError(
        `${file} is truncated: ${frames} frames in format ${group.format.id} need ${needed} bytes, it has ${bytes.length}`,
      );
    }
    for (const [i, samples] of decodeGroup(bytes, group, frames).entries()) {
      const signal = group.signals[i]!;
      for (const text of mismatches(signal, samples)) {
        if (onMismatch === 'refuse') throw new RecordError(`${file}: ${text}. The file is damaged or belongs to another header`);
        onMismatch(`${file}: ${text}`);
      }
      signals.set(signal, toSignal(signal, samples, group.format.bits));
    }
  }
  return {
    name: header.name,
    sampleRate: header.sampleRate,
    sampleCount: sampleCount ?? 0,
    signals: header.signals.map((signal) => signals.get(signal)!),
    comments: header.comments,
  };
}
