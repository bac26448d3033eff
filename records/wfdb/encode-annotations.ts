/** Objects, to MIT annotation files. Format: WFDB Applications Guide, annot(5). */
import { type AnnotationInput, AUX, CHN, INTERVAL_BITS, INTERVAL_MAX, NOTE, NUM, SKIP, SUB, TIME_RESOLUTION } from './annotation.ts';
import { codeOf, symbolOf } from './annotation-codes.ts';

const AUX_MAX = 255;
const SKIP_MAX = 0x7fff_ffff;

function inRange(value: number, min: number, max: number, what: string, index: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`annotation ${index}: ${what} must be a whole number ${min}..${max}, got ${value}`);
}

/** `tickRate` states a time resolution of the file's own, in ticks per second. Throws a RangeError that names the annotation. */
export function encodeAnnotations(annotations: Iterable<AnnotationInput>, { tickRate }: { readonly tickRate?: number } = {}): Uint8Array {
  const bytes: number[] = [];
  let sample = 0;
  let channel = 0;
  let num = 0;

  const word = (code: number, data: number): void => {
    const value = (code << INTERVAL_BITS) | (data & INTERVAL_MAX);
    bytes.push(value & 0xff, value >> 8);
  };

  /** Moves the clock of the file, forward or back, by more than a word can hold. */
  function skip(span: number): void {
    for (let left = span; left !== 0; ) {
      const step = Math.max(-SKIP_MAX, Math.min(SKIP_MAX, left));
      word(SKIP, 0);
      bytes.push((step >> 16) & 0xff, (step >> 24) & 0xff, step & 0xff, (step >> 8) & 0xff); // high word first
      left -= step;
    }
  }

  function aux(text: string, index: number): void {
    if (text.length > AUX_MAX) throw new RangeError(`annotation ${index}: its text has ${text.length} characters, at most ${AUX_MAX} fit`);
    word(AUX, text.length);
    for (let i = 0; i < text.length; i += 1) bytes.push(inRange(text.charCodeAt(i), 1, 0xff, 'every character code of its text', index));
    if (text.length % 2 === 1) bytes.push(0);
  }

  function put(annotation: AnnotationInput, index: number): void {
    const code = codeOf(annotation.symbol);
    if (code === undefined) throw new RangeError(`annotation ${index}: "${annotation.symbol}" is not an annotation symbol`);
    const next = inRange(annotation.sample, 0, Number.MAX_SAFE_INTEGER, 'sample', index);
    let interval = next - sample;
    if (interval < 0 || interval > INTERVAL_MAX) {
      skip(interval);
      interval = 0;
    }
    word(code, interval);
    sample = next;
    const { subtype = 0, channel: nextChannel = 0, num: nextNum = 0, aux: text = '' } = annotation;
    if (subtype !== 0) word(SUB, inRange(subtype, -128, 127, 'subtype', index));
    if (nextChannel !== channel) word(CHN, (channel = inRange(nextChannel, 0, 255, 'channel', index)));
    if (nextNum !== num) word(NUM, (num = inRange(nextNum, -128, 127, 'num', index)));
    if (text !== '') aux(text, index);
  }

  if (tickRate !== undefined) put({ sample: 0, symbol: symbolOf(NOTE), aux: `${TIME_RESOLUTION}${tickRate}` }, -1);
  let index = 0;
  for (const annotation of annotations) put(annotation, index++);
  bytes.push(0, 0);
  return Uint8Array.from(bytes);
}
