import { createMemoryTrace, createSystemClock, createTraceHash, type Micros, type TraceSink, toSeconds } from '../../kernel/index.ts';
import type { ScenarioRun } from '../../reports/index.ts';
import type { ScenarioPlan } from '../plan/plan.ts';
import type { Rung } from '../schema/scenario.ts';
import { createFunctionalProjection } from './functional.ts';
import { type Played, play } from './play.ts';
import { rerunLine } from './rerun.ts';
import { stripsOf } from './strips.ts';
import { verdictOf } from './verdict.ts';

export interface RunOptions {
  readonly on: Rung;
  /** The plan's own when absent. */
  readonly seed?: number;
  /** Stops early; expectations that have come to no verdict by then are left out. */
  readonly until?: Micros;
  /** Scenario time now and then, for a progress line. */
  readonly onProgress?: (done: { readonly atS: number; readonly endS: number }) => void;
  /** Gets every event of the run, in order. On the virtual rung it must not wait for anything. */
  readonly trace?: TraceSink;
}

/** When the line is first cut, for the projection of the functional hash. */
const firstCutOf = ({ steps }: ScenarioPlan): number =>
  steps.find(({ command }) => command.do === 'unplug' || (command.do === 'mute' && command.muted))?.at ?? Number.POSITIVE_INFINITY;

/**
 * Runs a plan on a rung and judges it. Never throws for what happens in a run: that is the verdict `error`. On the virtual rung two
 * runs of one seed have the same full hash; the functional hash is the same on every rung.
 */
export async function runScenario(
  plan: ScenarioPlan,
  { on, seed = plan.seed, until, onProgress, trace: outer }: RunOptions,
): Promise<ScenarioRun> {
  const wall = createSystemClock();
  const end = (until === undefined ? plan.end : Math.min(until, plan.end)) as Micros;
  const memory = createMemoryTrace();
  const full = createTraceHash();
  const functional = createTraceHash();
  const project = createFunctionalProjection(firstCutOf(plan));
  const trace: TraceSink = {
    emit(event) {
      memory.emit(event);
      full.emit(event);
      const kept = project(event);
      if (kept) functional.emit(kept);
      outer?.emit(event);
    },
  };

  let played: Played | undefined;
  let error: string | null = null;
  try {
    played = await play({ plan, on, seed, end, trace, onProgress });
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  const findings = played?.findings ?? [];
  const firstBad = played?.firstFailureAt;
  const rerun = rerunLine(plan, { seed, on, ...(firstBad === undefined ? {} : { until: firstBad }) });
  return {
    id: plan.id,
    title: plan.title,
    file: plan.file,
    requirements: plan.requirements,
    seed,
    on,
    verdict: error === null ? verdictOf(findings) : 'error',
    findings,
    strips: played ? stripsOf(findings, { ...played, trace: memory.events, driftPpm: plan.driftPpm }) : [],
    endS: toSeconds(end),
    wallS: Number(toSeconds(wall.now()).toFixed(3)),
    ...(played?.hostLate === undefined ? {} : { hostLateS: toSeconds(played.hostLate) }),
    fullHash: full.full(),
    functionalHash: functional.functional(),
    rerun,
    error: error === null ? null : `${error}. rerun: ${rerun}`,
  };
}
