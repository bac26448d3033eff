import { expect, it } from 'vitest';
import type { ScenarioRun } from '../../reports/index.ts';
import { loadScenario } from '../plan/load.ts';
import { runScenario } from './run-scenario.ts';
import { findScenarios } from './selection.ts';
import { runSuite } from './suite.ts';

const files = findScenarios().filter((file) => loadScenario(file).runOn.includes('pty'));

/** What two rungs must agree on. Marginal is a pass that deserves a look: how close it was is timing. */
const essence = ({ id, verdict, functionalHash, findings }: ScenarioRun) => ({
  id,
  verdict: verdict === 'marginal' ? 'pass' : verdict,
  functionalHash,
  because: findings.filter((finding) => finding.verdict === 'fail' || finding.verdict === 'inconclusive').map(({ because }) => because),
});

it(`${files.length} scenarios over a real pseudo-terminal behave as they do in the process`, async () => {
  const pty = await runSuite({ selection: files, on: 'pty', jobs: 6, startedAt: '', tool: 'test' });
  for (const run of pty.runs) {
    const virtual = await runScenario(loadScenario(run.file), { on: 'virtual' });
    expect.soft(essence(run)).toEqual(essence(virtual));
  }
});
