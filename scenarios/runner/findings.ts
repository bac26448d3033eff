import { type Micros, toSeconds, us } from '../../kernel/index.ts';
import type { Finding } from '../../reports/index.ts';
import type { Bench } from '../expect/bench.ts';
import { EXPECTATIONS } from '../expect/index.ts';
import type { Judgement, Window } from '../expect/kind.ts';
import { inSeconds } from '../expect/latency.ts';
import type { PlannedExpectation, ScenarioPlan } from '../plan/plan.ts';
import { rerunLine } from './rerun.ts';

export interface FindingsOptions {
  readonly plan: ScenarioPlan;
  readonly bench: Bench;
  readonly seed: number;
  readonly on: string;
  /** The worst lateness of the host in a stretch of the scenario; zero on the virtual clock. */
  readonly hostLateness: (window: Window) => Micros;
  readonly onFinding: (finding: Finding, at: Micros) => void;
}

interface Open {
  readonly expectation: PlannedExpectation;
  readonly window: Window;
  finding: Finding | undefined;
}

/**
 * The expectations of a plan, watching. A run cut short (`bench.end` before the plan's) keeps what can be judged: windows are
 * clipped, and what has not come to a verdict is left out.
 */
export function watchExpectations(options: FindingsOptions): { readonly findings: readonly Finding[] } {
  const { plan, bench } = options;
  const isCut = bench.end < plan.end;
  const open: Open[] = plan.expect
    .filter(({ window: [from, to], kind }) => !isCut || (from < bench.end && (kind !== 'frames' || to <= bench.end)))
    .map((expectation) => ({ expectation, window: clipped(expectation, bench.end), finding: undefined }));

  for (const entry of open) {
    const { expectation, window } = entry;
    const kind = EXPECTATIONS.find(({ head }) => head === expectation.kind)!;
    const judge = (judgement: Judgement): void => {
      if (entry.finding) return;
      entry.finding = toFinding(expectation, window, judgement, options);
      options.onFinding(entry.finding, bench.now());
    };
    kind.watch(expectation.spec, { bench, window, judge });
  }

  return {
    get findings() {
      return open.flatMap(({ finding, expectation, window }) => finding ?? (isCut ? [] : [unsettled(expectation, window)]));
    },
  };
}

/** Reactions keep their deadline; what holds during a stretch is judged over the part that was run. */
const clipped = ({ spec, window: [from, to] }: PlannedExpectation, end: Micros): Window =>
  spec.within === undefined || spec.after === undefined ? [from, us(Math.min(to, end))] : [from, to];

function toFinding(
  { text, kind }: PlannedExpectation,
  window: Window,
  judgement: Judgement,
  { plan, bench, seed, on, hostLateness }: FindingsOptions,
): Finding {
  const now = bench.now();
  const lateness = judgement.verdict === 'fail' ? hostLateness([window[0], now]) : 0;
  const isInconclusive = lateness > plan.jitterBudget;
  const rerun = judgement.verdict === 'fail' ? `. rerun: ${rerunLine(plan, { seed, on, until: now })}` : '';
  const excuse = isInconclusive
    ? `, but the host was ${inSeconds(us(lateness))} late and the budget is ${inSeconds(plan.jitterBudget)}: nothing can be said of the monitor`
    : '';
  return {
    expectation: text,
    kind,
    verdict: isInconclusive ? 'inconclusive' : judgement.verdict,
    limit: judgement.limit,
    measured: judgement.measured,
    margin: judgement.margin,
    marginUnit: judgement.marginUnit,
    window: [toSeconds(window[0]), toSeconds(window[1])],
    atS: toSeconds(judgement.at),
    because: `${judgement.because}${excuse}${rerun}`,
  };
}

/** A mistake of ours, not of the monitor. */
const unsettled = ({ text, kind }: PlannedExpectation, [from, to]: Window): Finding => ({
  expectation: text,
  kind,
  verdict: 'error',
  limit: '',
  measured: null,
  margin: null,
  marginUnit: null,
  window: [toSeconds(from), toSeconds(to)],
  atS: toSeconds(to),
  because: `"${text}" never came to a verdict: a mistake in this kind of expectation`,
});
