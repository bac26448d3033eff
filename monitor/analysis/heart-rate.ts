/**
 * Heart rate from the intervals of the last ten seconds, as a nurse with a watch would count it. When the newest intervals agree with
 * each other but the one before them is something else, or all before them are a little longer or shorter, only they count: so a step of
 * the rate shows after a few beats, and an ectopic beat that has passed leaves no trace. An alternation of short and long counts by its
 * pairs.
 */
import { alternates, areWild } from './interval-patterns.ts';

const WINDOW_S = 10;
const INTERVALS_MAX = 64;
/** Newest intervals agree when they spread by no more than this share of their mean ... */
const AGREE = 0.1;
/** ... and a new rate began with them when the interval before differs from their mean by more than this share. */
const STEP = 0.2;
/** A smaller step: no interval before comes nearer to the newest ones than this share of their mean, nor than their spread. */
const APART = 0.05;
/** They must be so many, and either many more or last for a while: by chance three agree in any irregular rhythm. */
const RUN = { min: 3, enough: 6, orS: 4 };
/** One interval alone is a rate only when it is long: a second one would take too long to wait for. */
const ALONE_FROM_S = 2.5;
/** No beat for so long and there is no rate: the asystole limit, but longer in a rhythm that is slow by itself. */
const SILENCE_S = { min: 4, max: 7, intervals: 1.5 };
/** The shown integer moves when the rate is further than this from it: no flicker between neighbours, never off by one. */
const STICK_BPM = 0.55;

export interface HeartRate {
  /** A beat at `t` seconds; `interval` to the one before, or undefined when something was lost between them. */
  beat(t: number, interval: number | undefined): void;
  /** Beats per minute at `now`, or null. */
  rate(now: number): number | null;
  /** The same as an integer for people, with a little hysteresis. */
  shown(now: number): number | null;
  /** The intervals in the window differ so much that beats alone would hardly make them. */
  isWild(now: number): boolean;
  /** There is no rate until new beats come. */
  blank(): void;
}

export function createHeartRate(): HeartRate {
  const intervals = new Float64Array(INTERVALS_MAX);
  const ends = new Float64Array(INTERVALS_MAX);
  /** Shortest and longest interval from here to the oldest in the window. */
  const shortest = new Float64Array(INTERVALS_MAX + 1);
  const longest = new Float64Array(INTERVALS_MAX + 1);
  let length = 0;
  let lastBeat = Number.NEGATIVE_INFINITY;
  let display: number | null = null;

  /** Newest first. */
  function push(interval: number, end: number): void {
    intervals.copyWithin(1, 0, INTERVALS_MAX - 1);
    ends.copyWithin(1, 0, INTERVALS_MAX - 1);
    intervals[0] = interval;
    ends[0] = end;
    length = Math.min(length + 1, INTERVALS_MAX);
  }

  /** Intervals that began within the window, two at least where there are two. */
  function inWindow(now: number): number {
    let count = 0;
    while (count < length && (count < 2 || ends[count]! - intervals[count]! >= now - WINDOW_S)) count += 1;
    return count;
  }

  function rangeBefore(count: number): void {
    shortest[count] = Number.POSITIVE_INFINITY;
    longest[count] = 0;
    for (let i = count - 1; i >= 0; i -= 1) {
      shortest[i] = Math.min(shortest[i + 1]!, intervals[i]!);
      longest[i] = Math.max(longest[i + 1]!, intervals[i]!);
    }
  }

  /** How many of the newest `count` intervals are a new rate of their own; all of them when there is no step among them. */
  function sinceStep(count: number): number {
    let sum = 0;
    let low = Number.POSITIVE_INFINITY;
    let high = 0;
    rangeBefore(count);
    for (let i = 0; i < count; i += 1) {
      const interval = intervals[i]!;
      const isLong = i >= RUN.min && (i >= RUN.enough || sum >= RUN.orS);
      const apart = Math.max(shortest[i]! - high, low - longest[i]!);
      if (isLong && (Math.abs(interval - sum / i) > (STEP * sum) / i || apart > Math.max(high - low, (APART * sum) / i))) return i;
      sum += interval;
      low = Math.min(low, interval);
      high = Math.max(high, interval);
      if (high - low > (AGREE * sum) / (i + 1)) return count;
    }
    return count;
  }

  function mean(count: number): number {
    const used = count % 2 === 1 && alternates(intervals, count) ? count - 1 : count;
    let sum = 0;
    for (let i = 0; i < used; i += 1) sum += intervals[i]!;
    return sum / used;
  }

  function rate(now: number): number | null {
    const latest = length > 0 ? intervals[0]! : 0;
    const silence = Math.max(SILENCE_S.min, Math.min(SILENCE_S.max, SILENCE_S.intervals * latest));
    if (now - lastBeat > silence || length === 0 || (length === 1 && latest < ALONE_FROM_S)) return null;
    return 60 / mean(sinceStep(inWindow(now)));
  }

  function shown(now: number): number | null {
    const exact = rate(now);
    if (exact === null) display = null;
    else if (display === null || Math.abs(exact - display) > STICK_BPM) display = Math.round(exact);
    return display;
  }

  return {
    rate,
    shown,
    isWild: (now) => areWild(intervals, inWindow(now)),
    beat(t, interval) {
      lastBeat = t;
      if (interval !== undefined) push(interval, t);
    },
    blank() {
      length = 0;
      lastBeat = Number.NEGATIVE_INFINITY;
      display = null;
    },
  };
}
