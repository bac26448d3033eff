import type { Clock, Micros } from '../../kernel/index.ts';
import type { PlannedStep } from '../plan/plan.ts';
import type { StagedClock } from './staged-clock.ts';

export interface StepsOptions {
  readonly steps: readonly PlannedStep[];
  /** The runner's clock, and the device's, which waits for each step. */
  readonly clock: Pick<Clock, 'at'>;
  readonly staged: StagedClock;
  /** Clock time of power-on. */
  readonly origin: Micros;
  readonly end: Micros;
  readonly apply: (step: PlannedStep) => void;
}

/** Does the steps of a plan in order, each between the two samples it falls between by the plan. */
export function scheduleSteps({ steps, clock, staged, origin, end, apply }: StepsOptions): void {
  const due = steps.filter(({ at }) => at < end);
  let next = 0;

  function arm(): void {
    const step = due[next];
    if (!step) return staged.stopAt(Number.POSITIVE_INFINITY as Micros);
    const at = (origin + step.at) as Micros;
    staged.stopAt(at);
    clock.at(at, 'scenario.step', () => {
      for (; due[next]?.at === step.at; next += 1) apply(due[next]!);
      arm();
    });
  }
  arm();
}
