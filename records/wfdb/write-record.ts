import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checksumOf } from './checksum.ts';
import type { RecordHeader, SignalHeader } from './header.ts';
import { formatHeader } from './header-text.ts';
import type { RecordSignal, WfdbRecord } from './record.ts';
import { missingValue, type Samples, SIGNAL_FORMATS, type SignalFormat, supportedFormats } from './signal-format.ts';

export interface WriteOptions {
  /** 16 (default) or any other the reader knows. 212 holds -2047..2047. */
  readonly format?: number;
}

function checkShape({ name, sampleCount, signals }: WfdbRecord): void {
  if (!/^[\w-]+$/.test(name)) throw new RangeError(`a WFDB record name holds letters, digits, - and _ only, got "${name}"`);
  for (const signal of signals) {
    const length = sampleCount * signal.samplesPerFrame;
    if (signal.digital.length !== length) {
      throw new RangeError(`record ${name}: signal "${signal.name}" must have ${length} samples, it has ${signal.digital.length}`);
    }
    if (/[\r\n]/.test(signal.name)) throw new RangeError(`record ${name}: a signal name must fit on a line, got "${signal.name}"`);
  }
}

/** The samples as the file holds them: "no sample" in the format's own spelling. */
function toStored(signal: RecordSignal, format: SignalFormat): Samples {
  const missing = missingValue(format.bits);
  const max = -missing - 1;
  const stored = format.bits > 16 ? new Int32Array(signal.digital.length) : new Int16Array(signal.digital.length);
  for (let i = 0; i < stored.length; i += 1) {
    const value = signal.digital[i]!;
    if (value !== signal.missing && (value <= missing || value > max)) {
      throw new RangeError(
        `signal "${signal.name}", sample ${i}: ${value} does not fit format ${format.id} (${missing + 1}..${max}). Use a wider format`,
      );
    }
    stored[i] = value === signal.missing ? missing : value;
  }
  return stored;
}

function interleave(stored: readonly Samples[], { sampleCount, signals }: WfdbRecord, format: SignalFormat): Uint8Array {
  const perFrame = signals.reduce((sum, signal) => sum + signal.samplesPerFrame, 0);
  const all = format.bits > 16 ? new Int32Array(sampleCount * perFrame) : new Int16Array(sampleCount * perFrame);
  let place = 0;
  for (const [index, { samplesPerFrame: own }] of signals.entries()) {
    const samples = stored[index]!;
    for (let frame = 0; frame < sampleCount; frame += 1) {
      for (let i = 0; i < own; i += 1) all[frame * perFrame + place + i] = samples[frame * own + i]!;
    }
    place += own;
  }
  const bytes = new Uint8Array(format.bytesFor(all.length));
  format.encode(all, bytes);
  return bytes;
}

function signalHeader(signal: RecordSignal, samples: Samples, file: string, format: number): SignalHeader {
  const { name: description, gain, baseline, units, samplesPerFrame, adcBits, adcZero, calibrated } = signal;
  const sums = { firstValue: samples[0] ?? adcZero, checksum: checksumOf(samples), blockSize: 0 };
  return {
    file,
    format,
    samplesPerFrame,
    skew: 0,
    byteOffset: 0,
    gain,
    calibrated,
    baseline,
    units,
    adcBits,
    adcZero,
    ...sums,
    description,
  };
}

/**
 * Writes `name.hea` and `name.dat` into `dir`, which is made when it is not there.
 * Throws a RangeError when a value does not fit the format, a signal has the wrong length or the name is not a WFDB name.
 */
export async function writeRecord(dir: string, record: WfdbRecord, { format: id = 16 }: WriteOptions = {}): Promise<void> {
  const format = SIGNAL_FORMATS.get(id);
  if (!format) throw new RangeError(`cannot write signal format ${id}. Supported: ${supportedFormats()}`);
  checkShape(record);
  const { name, sampleRate, sampleCount, comments } = record;
  const file = `${name}.dat`;
  const stored = record.signals.map((signal) => toStored(signal, format));
  const signals = record.signals.map((signal, i) => signalHeader(signal, stored[i]!, file, id));
  const absent = { counterFrequency: undefined, baseCounter: undefined, baseTime: undefined, baseDate: undefined };
  const header: RecordHeader = {
    name,
    sampleRate,
    sampleCount,
    ...absent,
    signals,
    comments: comments.flatMap((text) => text.split(/\r?\n/)),
  };
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, file), interleave(stored, record, format));
  await writeFile(join(dir, `${name}.hea`), formatHeader(header));
}
