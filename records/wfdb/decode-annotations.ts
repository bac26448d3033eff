/** MIT annotation files, to objects. Format: WFDB Applications Guide, annot(5). */
import { RecordError } from '../record-error.ts';
import {
  type Annotation,
  type AnnotationSet,
  AUX,
  CHN,
  INTERVAL_BITS,
  INTERVAL_MAX,
  NOTE,
  NUM,
  SKIP,
  SUB,
  TIME_RESOLUTION,
} from './annotation.ts';
import { CODE_MAX, symbolOf } from './annotation-codes.ts';

const signed8 = (value: number): number => (value << 24) >> 24;

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text.replace(/\0+$/, ''); // many writers count a closing NUL
}

function tickRateOf(first: Annotation | undefined): number | undefined {
  if (first?.symbol !== symbolOf(NOTE) || !first.aux.startsWith(TIME_RESOLUTION)) return undefined;
  const rate = Number.parseFloat(first.aux.slice(TIME_RESOLUTION.length));
  return rate > 0 ? rate : undefined;
}

/** Reads the bytes of an annotation file; `file` is named in errors. Throws a RecordError where the file breaks off or makes no sense. */
export function decodeAnnotations(bytes: Uint8Array, file: string): AnnotationSet {
  const annotations: Annotation[] = [];
  let at = 0;
  let sample = 0;
  let channel = 0; // channel and num hold until changed
  let num = 0;

  function word(): number {
    if (at + 2 > bytes.length) throw new RecordError(`${file} is truncated after ${annotations.length} annotations: it has no end mark`);
    const value = bytes[at]! | (bytes[at + 1]! << 8);
    at += 2;
    return value;
  }

  function aux(length: number): string {
    const start = at;
    at += length + (length & 1); // padded to even
    if (start + length > bytes.length) throw new RecordError(`${file} is truncated in the text of annotation ${annotations.length}`);
    return textOf(bytes.subarray(start, start + length));
  }

  let last: { -readonly [Key in keyof Annotation]: Annotation[Key] } | undefined;
  for (let value = word(); value !== 0; value = word()) {
    const code = value >> INTERVAL_BITS;
    const data = value & INTERVAL_MAX;
    if (code === SKIP) {
      sample += (word() << 16) | word(); // high word first
    } else if (code <= CODE_MAX) {
      sample += data;
      last = { sample, symbol: symbolOf(code), subtype: 0, channel, num, aux: '' };
      annotations.push(last);
    } else if (!last || code < SKIP) {
      const where = `${file}, byte ${at - 2}`;
      throw new RecordError(
        `${where}: code ${code} has no meaning here. The file is damaged or not in MIT format (AHA format is not supported)`,
      );
    } else if (code === NUM) last.num = num = signed8(data);
    else if (code === SUB) last.subtype = signed8(data);
    else if (code === CHN) last.channel = channel = data & 0xff;
    else if (code === AUX) last.aux = aux(data & 0xff);
  }
  const tickRate = tickRateOf(annotations[0]);
  return { annotations: tickRate === undefined ? annotations : annotations.slice(1), tickRate };
}
