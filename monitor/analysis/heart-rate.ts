/**
 * Heart rate from the intervals of the last eight seconds. When the latest three agree with each other, only the run of intervals
 * that agrees with them counts: so a step of the rate shows after three beats, and an ectopic beat that has passed leaves no trace.
 * When they do not agree (irregular rhythm), all count, the outermost two by half: then an alternation of short and long cancels.
 */
const WINDOW_S = 8;
const INTERVALS_MAX = 16;
const RUN_MIN = 3;
const AGREE = 0.15;
/** One interval alone is a rate only when it is long: a second one would take too long to wait for. */
const ALONE_FROM_S = 2.5;
/** No beat for so long and there is no rate: the asystole limit, but longer in a rhythm that is slow by itself. */
const SILENCE_S = { min: 4, max: 7, intervals: 1.5 };
/** The shown integer moves when the rate is further than this from it: no flicker between neighbours, never off by one. */
const STICK_BPM = 0.6;

export interface HeartRate {
  /** A beat at `t` seconds; `interval` to the one before, or undefined when something was lost between them. */
  beat(t: number, interval: number | undefined): void;
  /** Beats per minute at `now`, or null. */
  rate(now: number): number | null;
  /** The same as an integer for people, with a little hysteresis. */
  shown(now: number): number | null;
  /** There is no rate until new beats come. */
  blank(): void;
}

export function createHeartRate(): HeartRate {
  const intervals = new Float64Array(INTERVALS_MAX);
  const ends = new Float64Array(INTERVALS_MAX);
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

  /** Intervals that began within the window before the last beat, at least two where there are two. */
  function inWindow(): number {
    let count = 0;
    while (count < length && (count < 2 || ends[count]! - intervals[count]! >= lastBeat - WINDOW_S)) count += 1;
    return count;
  }

  /** How many of the newest `count` intervals agree with each other, or 0 when not even the first three do. */
  function agreeing(count: number): number {
    let sum = 0;
    let low = Number.POSITIVE_INFINITY;
    let high = 0;
    for (let i = 0; i < count; i += 1) {
      low = Math.min(low, intervals[i]!);
      high = Math.max(high, intervals[i]!);
      if (high - low > (AGREE * (sum + intervals[i]!)) / (i + 1)) return i < RUN_MIN ? 0 : i;
      sum += intervals[i]!;
    }
    return count < RUN_MIN ? 0 : count;
  }

  function mean(count: number, ends: number): number {
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += intervals[i]!;
    const outer = (1 - ends) * (intervals[0]! + intervals[count - 1]!);
    return (sum - outer) / (count - 2 * (1 - ends));
  }

  function rate(now: number): number | null {
    const latest = length > 0 ? intervals[0]! : 0;
    const silence = Math.max(SILENCE_S.min, Math.min(SILENCE_S.max, SILENCE_S.intervals * latest));
    if (now - lastBeat > silence || length === 0 || (length === 1 && latest < ALONE_FROM_S)) return null;
    const count = inWindow();
    const run = agreeing(count);
    if (run > 0) return 60 / mean(run, 1);
    return 60 / (count > 2 ? mean(count, 0.5) : mean(count, 1));
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
