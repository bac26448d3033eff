/** What a run leaves behind, for people and machines: reads and writes files only. */
export {
  type Finding,
  RESULT_VERSION,
  type ScenarioRun,
  type Strip,
  type StripBeat,
  type SuiteResult,
  type Verdict,
} from './model/result.ts';
export { runReport } from './page/run-report.ts';
export { junit } from './writers/junit.ts';
export { readResult, writeResult } from './writers/result-file.ts';
