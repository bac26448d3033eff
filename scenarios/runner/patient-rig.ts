import type { Clock, Micros } from '../../kernel/index.ts';
import { createSimulator, type DeviceLink, type Simulator } from '../../simulator/index.ts';
import { isFirstRhythm } from '../plan/compile.ts';
import type { PlannedStep, ScenarioPlan } from '../plan/plan.ts';
import { createStagedClock } from './staged-clock.ts';
import { scheduleSteps } from './steps.ts';

/** The patient on the device of a plan, and the hand that does its steps. */
export interface PatientRig {
  readonly simulator: Simulator;
  /** Power on. `before` is told of each step just before it is done. */
  start(before: (step: PlannedStep) => void): void;
  stop(): void;
}

export interface PatientRigOptions {
  readonly plan: ScenarioPlan;
  readonly clock: Clock;
  readonly link: DeviceLink;
  readonly seed: number;
  /** Clock time of power-on, scenario time zero. */
  readonly origin: Micros;
  readonly end: Micros;
}

export function openPatient({ plan, clock, link, seed, origin, end }: PatientRigOptions): PatientRig {
  const { device: profile, rhythm, params, steps, startUpZeros, driftPpm } = plan;
  const staged = createStagedClock(clock);
  const zeros = startUpZeros === undefined ? {} : { startUpZeros };
  const simulator = createSimulator({ clock: staged, seed, profile, link, rhythm, params, driftPpm, until: end, ...zeros });
  return {
    simulator,
    start(before) {
      staged.stopAt(origin); // however long the preparations took
      simulator.start();
      scheduleSteps({
        steps: steps.filter((step) => step !== steps.find(isFirstRhythm)),
        clock,
        staged,
        origin,
        end,
        apply(step) {
          before(step);
          simulator.command(step.command);
        },
      });
    },
    stop: () => simulator.stop(),
  };
}
