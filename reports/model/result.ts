/** The results model: what a run leaves behind. A leaf without imports; writers and pages read it from files. */

export const RESULT_VERSION = 1;

export type Verdict = 'pass' | 'marginal' | 'fail' | 'inconclusive' | 'error';

/** One expectation, judged. Times in seconds of scenario time. */
export interface Finding {
  /** The expectation as written, one line. */
  readonly expectation: string;
  readonly kind: string;
  readonly verdict: Verdict;
  /** What was demanded and what was seen, for people: `<= 10 s`, `4.12 s`. */
  readonly limit: string;
  readonly measured: string | null;
  /** Distance to the limit in the limit's unit, negative when missed; null when there is no number. */
  readonly margin: number | null;
  readonly marginUnit: string | null;
  readonly window: readonly [fromS: number, toS: number];
  /** Where to look: the instant of the verdict. */
  readonly atS: number;
  readonly because: string;
}

export interface StripBeat {
  readonly t: number;
  readonly class: string;
}

/** A stretch of signal worth a picture. */
export interface Strip {
  readonly title: string;
  readonly fromS: number;
  readonly sampleRate: number;
  /** mV, null where nothing was received. */
  readonly leads: readonly { readonly name: string; readonly mv: readonly (number | null)[] }[];
  readonly truth: readonly StripBeat[];
  readonly detected: readonly StripBeat[];
  /** Expectation windows, alarms, faults. */
  readonly bands: readonly {
    readonly kind: 'window' | 'alarm' | 'fault' | 'rhythm';
    readonly label: string;
    readonly fromS: number;
    readonly toS: number;
  }[];
}

export interface ScenarioRun {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly requirements: readonly string[];
  readonly seed: number;
  readonly on: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly strips: readonly Strip[];
  readonly endS: number;
  readonly wallS: number;
  /** The worst lateness of the host during the run; absent where time is virtual. */
  readonly hostLateS?: number;
  readonly fullHash: string;
  readonly functionalHash: string;
  readonly rerun: string;
  readonly error: string | null;
}

/** A scenario that was asked for and does not run where it was asked to. */
export interface SkippedScenario {
  readonly id: string;
  readonly because: string;
}

export interface SuiteResult {
  readonly version: number;
  readonly tool: string;
  readonly startedAt: string;
  readonly node: string;
  readonly runs: readonly ScenarioRun[];
  readonly skipped?: readonly SkippedScenario[];
  readonly wallS: number;
}
