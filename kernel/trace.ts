/**
 * The trace of a run: what happened, when, and who said so. A leaf: it imports nothing but the unit of time.
 * One JSON object a line; the first line is the header. Readers refuse a newer version with a clear sentence.
 */
import type { Micros } from './units.ts';

export const TRACE_VERSION = 1;

export interface TraceEvent {
  readonly at: Micros;
  /** Who: `patient`, `device`, `link`, `monitor`, `runner`. */
  readonly src: string;
  /** What: `beat`, `alarm`, `gap`, ... */
  readonly kind: string;
  /** Plain JSON. Keys named in `TIMED_KEYS` hold times and stay out of the functional hash. */
  readonly data: unknown;
}

export interface TraceSink {
  emit(event: TraceEvent): void;
}

export interface TraceHeader {
  readonly trace: 'heartloop';
  readonly version: number;
  readonly scenario: string;
  readonly seed: number;
  readonly on: string;
}

/** Keys whose values are times or counts of samples: they differ between rungs and are left out of the functional hash. */
export const TIMED_KEYS: ReadonlySet<string> = new Set([
  't',
  'at',
  'sample',
  'rr',
  'onset',
  'durationMs',
  'conditionDelayMs',
  'generationDelayMs',
  'measuredMs',
  'index',
]);

/** Reads a header line. Throws with what to do when it is not one, or newer than this reader. */
export function readTraceHeader(line: string): TraceHeader {
  const header = JSON.parse(line) as Partial<TraceHeader>;
  if (header.trace !== 'heartloop' || typeof header.version !== 'number')
    throw new Error('not a heartloop trace: its first line has no header');
  if (header.version > TRACE_VERSION) {
    throw new Error(`this trace is version ${header.version}, this heartloop reads up to ${TRACE_VERSION}: use a newer heartloop`);
  }
  return header as TraceHeader;
}

/** Keeps everything, in order. For tests and for runs that fit in memory. */
export function createMemoryTrace(): TraceSink & { readonly events: readonly TraceEvent[] } {
  const events: TraceEvent[] = [];
  return { events, emit: (event) => void events.push(event) };
}

/** Sends each event to every sink. */
export function teeTrace(...sinks: readonly TraceSink[]): TraceSink {
  return {
    emit: (event) => {
      for (const sink of sinks) sink.emit(event);
    },
  };
}
