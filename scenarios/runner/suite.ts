import { createSystemClock, toSeconds } from '../../kernel/index.ts';
import { RESULT_VERSION, type ScenarioRun, type SuiteResult } from '../../reports/index.ts';
import { loadScenario } from '../plan/load.ts';
import type { ScenarioPlan } from '../plan/plan.ts';
import type { Rung } from '../schema/scenario.ts';
import { type RunOptions, runScenario } from './run-scenario.ts';
import { findScenarios } from './selection.ts';

export interface SuiteOptions extends Pick<RunOptions, 'seed' | 'until'> {
  /** Ids, suites, files; everything when empty. */
  readonly selection?: readonly string[];
  readonly on: Rung;
  /** Scenarios at once. Real time only: on the virtual rung one thread is busy with one run. 6 when not given. */
  readonly jobs?: number;
  /** Runs of each scenario, with the seeds n, n + 1, ... */
  readonly repeat?: number;
  /** This machine's part of a suite that is spread over several: 1-based. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** When the suite began, ISO 8601: written into the result as it is. */
  readonly startedAt: string;
  readonly tool: string;
  readonly onProgress?: (done: { readonly id: string; readonly atS: number; readonly endS: number }) => void;
  readonly onRun?: (run: ScenarioRun, done: { readonly count: number; readonly of: number }) => void;
  /** Opens a trace for one run. */
  readonly traceFor?: (plan: ScenarioPlan, seed: number) => RunOptions['trace'];
}

interface Job {
  readonly plan: ScenarioPlan;
  readonly seed: number;
}

const JOBS_DEFAULT = 6;

function jobsOf({ selection = [], on, seed, repeat = 1, shard = { index: 1, of: 1 } }: SuiteOptions): {
  jobs: Job[];
  skipped: NonNullable<SuiteResult['skipped']>;
} {
  const plans = findScenarios(selection).map(loadScenario);
  const runnable = plans.filter((plan) => plan.runOn.includes(on));
  const skipped = plans
    .filter((plan) => !plan.runOn.includes(on))
    .map(({ id, runOn }) => ({ id, because: `runs on ${runOn.join(', ')} only, not on ${on}` }));
  const jobs = runnable.flatMap((plan) => Array.from({ length: repeat }, (_, turn) => ({ plan, seed: (seed ?? plan.seed) + turn })));
  return { jobs: jobs.filter((_, index) => index % shard.of === shard.index - 1), skipped };
}

/**
 * Runs a selection of scenarios on a rung. Throws before the first run when a file is bad (ScenarioError) or nothing is found
 * (RangeError); what goes wrong in a run is its verdict.
 */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const { on, until, startedAt, tool, onProgress, onRun, traceFor } = options;
  const wall = createSystemClock();
  const { jobs, skipped } = jobsOf(options);
  const runs: ScenarioRun[] = [];
  let next = 0;
  let count = 0;

  async function work(): Promise<void> {
    for (let index = next++; index < jobs.length; index = next++) {
      const { plan, seed } = jobs[index]!;
      const trace = traceFor?.(plan, seed);
      runs[index] = await runScenario(plan, {
        on,
        seed,
        ...(until === undefined ? {} : { until }),
        ...(trace === undefined ? {} : { trace }),
        ...(onProgress ? { onProgress: ({ atS, endS }: { atS: number; endS: number }) => onProgress({ id: plan.id, atS, endS }) } : {}),
      });
      count += 1;
      onRun?.(runs[index]!, { count, of: jobs.length });
    }
  }

  const workers = on === 'virtual' ? 1 : Math.max(1, options.jobs ?? JOBS_DEFAULT);
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, work));
  const wallS = Number(toSeconds(wall.now()).toFixed(3));
  return { version: RESULT_VERSION, tool, startedAt, node: process.version, runs, skipped, wallS };
}
