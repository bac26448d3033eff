/**
 * From detections to beat events: provisional at once, final when the class is known, which is at the next beat or after 1.5 s.
 * No interval is given across lost data.
 */
import type { BeatEvent, LeadLabel } from '../events.ts';
import type { BeatClassifier } from './beat-classifier.ts';

const FINAL_AFTER_S = 1.5;

export interface BeatLog {
  /** A QRS complex at column `at` (with a fraction). Emits it as provisional and, before that, its predecessor as final. */
  add(at: number, leads: readonly LeadLabel[]): void;
  /** At fixed sample times; `column` is the newest one. Emits what has become final. */
  tick(column: number): void;
  /** Signal was lost from `column` on: the interval it lies in is not one. */
  breakInterval(column: number): void;
  readonly beats: number;
  /** Seconds of the last beat, -Infinity before the first. */
  readonly lastBeat: number;
}

export interface BeatLogOptions {
  /** Columns per second, and input samples per column. */
  readonly rate: number;
  readonly decimation: number;
  readonly classifier: BeatClassifier;
  readonly onBeat: (t: number, interval: number | undefined) => void;
  readonly emit: (event: BeatEvent) => void;
}

interface Pending {
  event: BeatEvent;
  at: number;
}

export function createBeatLog({ rate, decimation, classifier, onBeat, emit }: BeatLogOptions): BeatLog {
  let pending: Pending | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  /** Holes that no beat has passed yet: the first and the last one. */
  const hole = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  let beats = 0;

  function finish(): void {
    if (!pending) return;
    const kind = classifier.classify(pending.at, pending.event.rr);
    emit({ ...pending.event, class: kind, state: 'final' });
    pending = undefined;
  }

  function add(at: number, leads: readonly LeadLabel[]): void {
    finish();
    const interval = beats > 0 && hole.first > at ? (at - lastAt) / rate : undefined;
    const sample = Math.max(0, Math.round(at * decimation));
    const t = sample / (rate * decimation);
    const event: BeatEvent = {
      kind: 'beat',
      t,
      sample,
      class: 'N',
      state: 'provisional',
      leads,
      ...(interval === undefined ? {} : { rr: interval }),
    };
    lastAt = at;
    if (hole.first <= at) hole.first = hole.last > at ? hole.last : Number.POSITIVE_INFINITY;
    beats += 1;
    pending = { event, at };
    onBeat(t, interval);
    emit(event);
  }

  return {
    add,
    tick(column) {
      if (pending && column - pending.at >= FINAL_AFTER_S * rate) finish();
    },
    breakInterval(column) {
      hole.first = Math.min(hole.first, column);
      hole.last = column;
    },
    get beats() {
      return beats;
    },
    get lastBeat() {
      return lastAt / rate;
    },
  };
}
