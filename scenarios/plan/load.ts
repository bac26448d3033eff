import { readFileSync } from 'node:fs';
import { checkScenario } from '../lint/lint.ts';
import { ScenarioError } from '../schema/complaint.ts';
import { compilePlan } from './compile.ts';
import type { ScenarioPlan } from './plan.ts';

/** A scenario text as a plan. Throws a ScenarioError with every complaint and its place when the text is not a good scenario. */
export function readPlan(text: string, file: string): ScenarioPlan {
  const reading = checkScenario(text, file);
  if (!reading.ok) throw new ScenarioError(reading.complaints);
  return compilePlan(reading.scenario, reading.source, file);
}

/** A scenario file as a plan. Throws a ScenarioError (bad content) or the error of the file system (no such file). */
export function loadScenario(file: string): ScenarioPlan {
  return readPlan(readFileSync(file, 'utf8'), file);
}
