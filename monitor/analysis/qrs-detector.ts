/**
 * Finds QRS complexes in the slope energy of the leads, fused by weights given from outside: dominant peaks, a threshold between
 * what beats and what noise usually reach, a slope test against T waves, and a second look when a beat is overdue. After
 * P. S. Hamilton and W. J. Tompkins (1986) and the rules of P. S. Hamilton's open source detector (2002); the shares were tried on
 * the 26 tuning records of the MIT-BIH Arrhythmia Database and its noise stress test, never on one record.
 */
import { type Candidate, type Candidates, createCandidates } from './candidates.ts';
import { createLastBeat } from './last-beat.ts';
import { createPeakFinder } from './peak-finder.ts';
import { teachLevels } from './qrs-learning.ts';
import { createQrsLevels, FLOOR, type QrsLevels } from './qrs-levels.ts';
import { createQrsPlace } from './qrs-place.ts';
import { acceptNewRhythm } from './qrs-renewal.ts';

const REACH_S = 0.18;
const OUTLOOK_S = 0.22;
const OUTLOOK_SHARE = 0.85;
const CANDIDATES_MAX = 32;

const LEARN_S = 4;
/** Learning may end from here on, when enough peaks stand out. */
const LEARN_EARLY_S = 2;

/** A valley beside the peak must fall below this share of it: hum has none. */
const VALLEY_MAX = 0.85;
const T_WAVE = { withinS: 0.36, slopeShare: 0.5 };
const OVERDUE = { intervals: 1.6, share: 0.5, afterS: 0.3, afterShare: 0.6 };
const SILENCE = { fromS: 3, decay: 0.9, everyS: 1 };
const LOOK_BACK_EVERY_S = 0.04;

export interface QrsDetector {
  /** Takes one column: energy, slope and narrow-band value of every lead. Columns follow each other without holes. */
  step(column: number, energy: Float64Array, slope: Float64Array, narrow: Float64Array, narrowAt: number): void;
  readonly levels: QrsLevels;
  readonly learning: boolean;
  /** One number: the fused energy of the newest column. */
  readonly energy: Float64Array;
  /** Columns from a QRS in the signal to the call that reports it, at most, outside of learning and of second looks. */
  readonly latency: number;
  /** Learns afresh from `column` on. */
  reset(column: number): void;
}

export interface QrsDetectorOptions {
  readonly rate: number;
  readonly leads: number;
  /** Weight of each lead, sum 1, or all 0 when no lead is usable. Owned by the caller, who calls `levels.reweigh()` after a change. */
  readonly weights: Float64Array;
  /** Seconds from the signal to its narrow band, and from there to its energy. */
  readonly narrowDelay: number;
  readonly energyDelay: number;
  /** A beat at column `at` (a fraction: filter delays are taken off). Beats come in order. */
  readonly onBeat: (at: number) => void;
}

/** A beat has come: what was open before it was noise. */
function closeOpen(candidates: Candidates, before: number, levels: QrsLevels): void {
  const leads = candidates.heights.length / candidates.capacity;
  for (let index = 0; index < before; index += 1) {
    if (candidates.get(index).isOpen) levels.noise.push(candidates.heights, index * leads);
  }
}

export function createQrsDetector(options: QrsDetectorOptions): QrsDetector {
  const { rate, leads, weights, onBeat } = options;
  const columns = (s: number): number => Math.max(1, Math.round(s * rate));
  const outlook = columns(OUTLOOK_S);
  const finder = createPeakFinder({ reach: columns(REACH_S), outlook, share: OUTLOOK_SHARE });
  const place = createQrsPlace({ ...options, lookback: outlook });
  const candidates = createCandidates({ leads, capacity: CANDIDATES_MAX, weights });
  const levels = createQrsLevels({ leads, weights });
  const last = createLastBeat();
  let fadedAt = 0;
  let learning = true;
  let start = 0;

  function accept(index: number): void {
    const { column, at, slope } = candidates.get(index);
    closeOpen(candidates, index, levels);
    levels.qrs.push(candidates.heights, index * leads);
    levels.reweigh();
    last.set(column, slope);
    fadedAt = column;
    candidates.dropThrough(column);
    onBeat(at);
  }

  const isTWave = ({ column, slope }: Candidate): boolean =>
    last.known && column - last.column < T_WAVE.withinS * rate && slope < T_WAVE.slopeShare * last.slope;

  /** True when the candidate was a beat: then it and everything before it are gone from the list. */
  function judge(index: number): boolean {
    const candidate = candidates.get(index);
    candidate.isTWave = isTWave(candidate);
    if (candidates.height(index) >= levels.threshold && candidate.valley <= VALLEY_MAX && !candidate.isTWave) {
      accept(index);
      return true;
    }
    candidate.isOpen = !candidate.isTWave && candidates.height(index) >= OVERDUE.share * levels.threshold;
    if (!candidate.isOpen) levels.noise.push(candidates.heights, index * leads);
    levels.reweigh();
    return false;
  }

  function lookBack(now: number, visible: number): void {
    if (!last.known) return;
    if (last.interval > 0 && now - last.column > OVERDUE.intervals * last.interval) {
      if (visible === candidates.length && acceptNewRhythm({ candidates, levels, last: last.column, now, accept })) return;
      const from = last.column + Math.min(OVERDUE.afterS * rate, OVERDUE.afterShare * last.interval);
      const index = candidates.best({ visible, from, valleyMax: VALLEY_MAX, height: Math.max(FLOOR, OVERDUE.share * levels.threshold) });
      if (index >= 0) return accept(index);
    }
    if (now - fadedAt <= SILENCE.fromS * rate) return;
    fadedAt += columns(SILENCE.everyS);
    levels.qrs.scale(SILENCE.decay);
    levels.reweigh();
  }

  /** Judges what was seen while learning, in order, as if it came now. */
  function replay(): void {
    learning = false;
    for (let next = 0; next < candidates.length; ) {
      const before = candidates.length;
      lookBack(candidates.get(next).column + outlook, next);
      next -= before - candidates.length;
      next = judge(next) ? 0 : next + 1;
    }
  }

  function add(column: number): void {
    const candidate = candidates.add();
    candidate.valley = finder.valley;
    place.describe(column, candidate, candidates.heights, (candidates.length - 1) * leads);
    if (candidate.at < start) return candidates.dropThrough(column); // the signal itself began there
    if (!learning) judge(candidates.length - 1);
  }

  function step(column: number, energy: Float64Array, slope: Float64Array, narrow: Float64Array, narrowAt: number): void {
    const fused = place.step(column, energy, slope, narrow, narrowAt);
    if (finder.step(fused) && finder.height > FLOOR / 8) add(column - outlook);
    if (column % columns(LOOK_BACK_EVERY_S) !== 0) return;
    if (!learning) return lookBack(column, candidates.length);
    const learnedS = (column - start) / rate;
    if (learnedS >= LEARN_EARLY_S && teachLevels(levels, candidates, learnedS < LEARN_S)) replay();
  }

  return {
    step,
    levels,
    energy: place.energy,
    latency: outlook + (options.narrowDelay + options.energyDelay) * rate,
    get learning() {
      return learning;
    },
    reset(column) {
      for (const part of [finder, place, candidates, levels]) part.reset();
      last.reset(column);
      fadedAt = column;
      learning = true;
      start = column;
    },
  };
}
