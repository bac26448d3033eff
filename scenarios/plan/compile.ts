import { assert, us } from '../../kernel/index.ts';
import { EXPECTATION_HEADS } from '../schema/expectation.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Source } from '../schema/source.ts';
import { actionOf } from '../schema/step.ts';
import { commandsOf } from './commands.ts';
import { profileOf } from './device-profile.ts';
import type { PlannedExpectation, PlannedStep, ScenarioPlan } from './plan.ts';
import { timelineOf } from './timeline.ts';
import { windowOf } from './window.ts';

function plannedSteps(scenario: Scenario): PlannedStep[] {
  const { steps: times } = timelineOf(scenario);
  const planned = scenario.steps.flatMap((spec, index) => {
    const at = times[index];
    assert(at !== undefined, 'a linted scenario has a time for every step');
    return commandsOf(actionOf(spec)).map(({ delay, label, command }) => ({
      at: us(at + delay),
      label: spec.as === undefined || delay > 0 ? label : `${spec.as}: ${label}`,
      command,
    }));
  });
  return planned.toSorted((a, b) => a.at - b.at); // stable: ties keep the order of the file
}

function plannedExpectations(scenario: Scenario, source: Pick<Source, 'excerpt'>): PlannedExpectation[] {
  const { instants } = timelineOf(scenario);
  return scenario.expect.map((spec, index) => {
    const window = windowOf(spec, { instants, end: scenario.end });
    const kind = EXPECTATION_HEADS.find((head) => head in spec);
    assert(window !== undefined && kind !== undefined, 'a linted scenario has a window for every expectation');
    return { kind, text: source.excerpt(['expect', index]), spec, window };
  });
}

/** The rhythm the patient is made with. */
export const isFirstRhythm = ({ at, command }: PlannedStep): boolean => at === 0 && command.do === 'rhythm';

/** A linted scenario as a plan. */
export function compilePlan(scenario: Scenario, source: Pick<Source, 'excerpt'>, file: string): ScenarioPlan {
  const steps = plannedSteps(scenario);
  const start = steps.find(isFirstRhythm)?.command;
  assert(start?.do === 'rhythm', 'a linted scenario begins with a rhythm');
  const { id, title, requirements, seed, runOn, jitterBudget, end } = scenario;
  const { startUpZeros, drift: driftPpm = 0 } = scenario.device;
  return {
    id,
    title,
    file,
    requirements,
    seed,
    runOn,
    jitterBudget,
    end,
    startUpZeros,
    driftPpm,
    device: profileOf(scenario),
    rhythm: start.id,
    params: start.params ?? {},
    steps,
    expect: plannedExpectations(scenario, source),
  };
}
