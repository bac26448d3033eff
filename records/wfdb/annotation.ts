/** One label on a record: a beat, a change of rhythm, a note. */
export interface Annotation {
  /** Sample index at the rate of the record, or in ticks when the file states its own rate. */
  readonly sample: number;
  /** `N`, `V`, `+`, ...; `[42]` where a code has no symbol. */
  readonly symbol: string;
  /** -128..127 */
  readonly subtype: number;
  /** 0..255: the signal it belongs to. */
  readonly channel: number;
  /** -128..127 */
  readonly num: number;
  /** Free text of at most 255 Latin-1 characters: `(AFIB`. Empty when there is none. */
  readonly aux: string;
}

/** An annotation to write: what is left out is zero or empty. */
export type AnnotationInput = Pick<Annotation, 'sample' | 'symbol'> & Partial<Annotation>;

export interface AnnotationSet {
  readonly annotations: readonly Annotation[];
  /** Ticks per second when the file states a time resolution of its own; else samples count at the rate of the record. */
  readonly tickRate: number | undefined;
}

/** Pseudo codes that carry what does not fit the first word of an annotation. */
export const SKIP = 59;
export const NUM = 60;
export const SUB = 61;
export const CHN = 62;
export const AUX = 63;
/** Code of a note; the time resolution is a note at the start. */
export const NOTE = 22;
export const TIME_RESOLUTION = '## time resolution: ';

/** The low ten bits of a word: the interval since the annotation before, or the value of a pseudo code. */
export const INTERVAL_BITS = 10;
export const INTERVAL_MAX = 0x3ff;
