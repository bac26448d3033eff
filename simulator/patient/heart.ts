/**
 * What a rhythm is made of. A rhythm is one or more pacemakers that run independently of each other (the atria of a complete block
 * know nothing of the ventricles), and sometimes a carrier: a signal without beats, as fibrillation is.
 */
import type { Micros, Prng } from '../../kernel/index.ts';
import type { RhythmSpec } from '../contract.ts';
import type { TruthEvent } from '../truth.ts';
import type { Source } from './carrier.ts';
import type { Wave } from './waves/wave.ts';

export type Chamber = 'atria' | 'ventricles';

/** One wave or complex of a plan, and what the truth says about it. */
export interface Part {
  /** us from the plan's anchor to the part's peak. */
  readonly offset: number;
  readonly wave: Wave;
  readonly gain: number;
  /** Where an impulse was, so that the next rhythm counts on from it. */
  readonly chamber?: Chamber;
  /** us after the peak while the ventricles depolarise: a new rhythm waits for its end. */
  readonly busy: number;
  readonly tell: (peak: Micros) => TruthEvent;
}

/** What a pacemaker will do next. Nothing of it is drawn or told before its first wave begins, and until then it can be replaced. */
export interface Plan {
  /** R peak of a ventricular pacemaker, P peak of an atrial one: the next plan counts from here. */
  readonly at: Micros;
  readonly parts: readonly Part[];
}

export interface Moment {
  /** Anchor of the plan before, or the last impulse of this chamber in the rhythm before; undefined in a heart that never beat. */
  readonly previous: Micros | undefined;
  /** Plans carried out by this pacemaker so far. A replaced plan is asked for again with the same index. */
  readonly index: number;
  readonly now: Micros;
}

export interface Pacemaker {
  readonly chamber: Chamber;
  /** A plan that would begin before `now` is moved as a whole until it begins now. */
  plan(moment: Moment): Plan;
}

/** What a rhythm can ask of the heart it runs in. */
export interface Heart {
  readonly prng: Prng;
  param(id: string): number;
  /** QT in ms for a beat `rrMs` after the last one, when Fridericia's QTc is `qtcMs`. */
  qt(interval: { rrMs: number; qtcMs: number }): number;
  /** Gain of a beat from the breath: 1 +- 0.025 over four seconds. */
  breath(at: Micros): number;
}

export interface Activity {
  readonly pacemakers: readonly Pacemaker[];
  /** Sources of a signal without beats; empty in most rhythms. */
  readonly sources: readonly Source[];
}

export interface Rhythm {
  readonly spec: RhythmSpec;
  begin(heart: Heart): Activity;
}
