/**
 * From detections to beat events: provisional at once, final when the class is known, which is at the next beat or after 1.5 s.
 * No interval is given across lost data.
 */
import type { BeatEvent, LeadLabel } from '../events.ts';
import type { BeatClassifier } from './beat-classifier.ts';

const FINAL_AFTER_S = 1.5;

export interface BeatLog {
  /**
   * A QRS complex at column `at` (with a fraction), seen in the leads of `mask`, which have these labels. Emits it as provisional and,
   * before that, its predecessor as final.
   */
  add(at: number, mask: number, labels: readonly LeadLabel[]): void;
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
  mask: number;
}

export function createBeatLog({ rate, decimation, classifier, onBeat, emit }: BeatLogOptions): BeatLog {
  let pending: Pending | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  /** Holes that no beat has passed yet: the first and the last one. */
  const hole = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  let beats = 0;

  /** `next`: interval to the beat that follows, or to now when none has come. */
  function finish(next: number | undefined): void {
    if (!pending) return;
    const { event, at, mask } = pending;
    emit({ ...event, class: classifier.classify({ at, leads: mask, before: event.rr, after: next }), state: 'final' });
    pending = undefined;
  }

  function add(at: number, mask: number, leads: readonly LeadLabel[]): void {
    const interval = beats > 0 && hole.first > at ? (at - lastAt) / rate : undefined;
    finish(interval);
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
    pending = { event, at, mask };
    onBeat(t, interval);
    emit(event);
  }

  return {
    add,
    tick(column) {
      if (pending && column - pending.at >= FINAL_AFTER_S * rate) finish((column - pending.at) / rate);
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
