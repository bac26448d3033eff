/**
 * The text header of a WFDB record (`name.hea`): one record line, one line per signal, comments.
 * Format: WFDB Applications Guide, header(5).
 */
import { RecordError } from '../record-error.ts';

export interface SignalHeader {
  /** Signal file beside the header; several signals may share one. */
  readonly file: string;
  readonly format: number;
  /** Samples of this signal in each frame: its own rate is the record's rate times this. */
  readonly samplesPerFrame: number;
  /** Frames by which this signal is stored late. */
  readonly skew: number;
  /** Bytes before the first sample of the file. */
  readonly byteOffset: number;
  /** Digital units per physical unit. 200 where the header gives none. */
  readonly gain: number;
  /** False when the header gives no gain, or 0: physical values are then a guess. */
  readonly calibrated: boolean;
  /** Digital value of zero physical units. */
  readonly baseline: number;
  readonly units: string;
  readonly adcBits: number;
  readonly adcZero: number;
  /** Absent in the header: not checked. */
  readonly firstValue: number | undefined;
  /** Sum of all samples modulo 65536, as a signed number. Absent in the header: not checked. */
  readonly checksum: number | undefined;
  readonly blockSize: number;
  readonly description: string;
}

export interface RecordHeader {
  readonly name: string;
  /** Frames per second. */
  readonly sampleRate: number;
  readonly counterFrequency: number | undefined;
  readonly baseCounter: number | undefined;
  /** Frames; absent: as many as the signal file holds. */
  readonly sampleCount: number | undefined;
  readonly baseTime: string | undefined;
  readonly baseDate: string | undefined;
  readonly signals: readonly SignalHeader[];
  /** Without the `#`. */
  readonly comments: readonly string[];
}

const GAIN_DEFAULT = 200;
const SAMPLE_RATE_DEFAULT = 250;
const ADC_BITS_DEFAULT = 12;

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const RATE = new RegExp(`^(${NUMBER})(?:/(${NUMBER})(?:\\((${NUMBER})\\))?)?$`);
const GAIN = new RegExp(`^(${NUMBER})(?:\\(([-+]?\\d+)\\))?(?:/(\\S+))?$`);
const FORMAT = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/;

const numberOr = <Absent>(text: string | undefined, absent: Absent): number | Absent => (text === undefined ? absent : Number(text));

type Complain = (what: string) => RecordError;

function wholeNumber(field: string | undefined, what: string, complain: Complain): number | undefined {
  if (field === undefined) return undefined;
  const value = Number(field);
  if (!Number.isInteger(value)) throw complain(`${what} must be a whole number, got "${field}"`);
  return value;
}

function parseSignalLine(line: string, complain: Complain): SignalHeader {
  // the description is the rest of the line and may hold blanks
  const [, file, formatField, ...more] =
    /^(\S+)\s+(\S+)(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(.*))?$/.exec(line) ?? [];
  if (file === undefined || formatField === undefined) throw complain(`a signal line needs a file and a format, got "${line}"`);
  const [gainField, bits, zero, first, sum, block, description] = more;
  const format = FORMAT.exec(formatField);
  if (!format) throw complain(`not a signal format: "${formatField}". Expected a number such as 212, 16x2 or 16:3+24`);
  const gain = gainField === undefined ? undefined : GAIN.exec(gainField);
  if (gain === null) throw complain(`not a gain: "${gainField}". Expected gain(baseline)/units, such as 200(1024)/mV`);
  const adcZero = wholeNumber(zero, 'the ADC zero', complain) ?? 0;
  const gainValue = Number(gain?.[1] ?? 0);
  return {
    file,
    format: Number(format[1]),
    samplesPerFrame: numberOr(format[2], 1),
    skew: numberOr(format[3], 0),
    byteOffset: numberOr(format[4], 0),
    gain: gainValue === 0 ? GAIN_DEFAULT : gainValue,
    calibrated: gainValue !== 0,
    baseline: numberOr(gain?.[2], adcZero),
    units: gain?.[3] ?? 'mV',
    adcBits: wholeNumber(bits, 'the ADC resolution', complain) ?? ADC_BITS_DEFAULT,
    adcZero,
    firstValue: wholeNumber(first, 'the first value', complain),
    checksum: wholeNumber(sum, 'the checksum', complain),
    blockSize: wholeNumber(block, 'the block size', complain) ?? 0,
    description: description ?? '',
  };
}

/** Reads a header. `file` is named in errors. Throws a RecordError with the line and what was expected there. */
export function parseHeader(text: string, file: string): RecordHeader {
  const comments: string[] = [];
  const lines: { readonly text: string; readonly complain: Complain }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line.startsWith('#')) comments.push(line.slice(1).replace(/^ /, ''));
    else if (line !== '') lines.push({ text: line, complain: (what) => new RecordError(`${file}, line ${index + 1}: ${what}`) });
  }
  const [recordLine, ...signalLines] = lines;
  if (!recordLine) throw new RecordError(`${file} is empty: a header begins with a record line such as "100 2 360 650000"`);
  const { complain } = recordLine;
  const [name = '', signalCountField, rateField, countField, baseTime, baseDate] = recordLine.text.split(/\s+/);
  if (name.includes('/')) throw complain('records of several segments are not supported: read each segment as its own record');
  const signalCount = wholeNumber(signalCountField, 'the number of signals', complain);
  if (signalCount === undefined || signalCount < 0)
    throw complain(`a record line needs a name and a number of signals, got "${recordLine.text}"`);
  const rate = rateField === undefined ? undefined : RATE.exec(rateField);
  if (rate === null) throw complain(`not a sampling frequency: "${rateField}". Expected hertz, as in 360 or 250/360`);
  const sampleRate = numberOr(rate?.[1], SAMPLE_RATE_DEFAULT);
  if (!(sampleRate > 0)) throw complain(`the sampling frequency must be above 0 Hz, got ${sampleRate}`);
  if (signalLines.length < signalCount) throw complain(`${signalCount} signals are announced, ${signalLines.length} signal lines follow`);
  return {
    name,
    sampleRate,
    counterFrequency: numberOr(rate?.[2], undefined),
    baseCounter: numberOr(rate?.[3], undefined),
    sampleCount: wholeNumber(countField, 'the number of samples', complain) || undefined,
    baseTime,
    baseDate,
    signals: signalLines.slice(0, signalCount).map((line) => parseSignalLine(line.text, line.complain)),
    comments,
  };
}
