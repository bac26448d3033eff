/** Scenarios: files that say what a patient does and what a monitor must do, run on any rung of the ladder. */
export { lintScenario } from './lint/lint.ts';
export { loadScenario, readPlan } from './plan/load.ts';
export type { PlannedExpectation, PlannedStep, ScenarioPlan } from './plan/plan.ts';
export { type BenchFigures, benchVirtualScenario } from './runner/bench.ts';
export { type RunOptions, runScenario } from './runner/run-scenario.ts';
export { findScenarios } from './runner/selection.ts';
export { runSuite, type SuiteOptions } from './runner/suite.ts';
export { type Complaint, ScenarioError } from './schema/complaint.ts';
export { scenarioJsonSchema } from './schema/json-schema.ts';
export { RUNGS, type Rung } from './schema/scenario.ts';
