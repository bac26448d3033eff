import { expect, it } from 'vitest';
import { toSeconds } from '../../kernel/index.ts';
import type { ScenarioRun } from '../../reports/index.ts';
import { loadScenario } from '../plan/load.ts';
import { runScenario } from './run-scenario.ts';
import { findScenarios } from './selection.ts';
import { runSuite } from './suite.ts';

const files = findScenarios().filter((file) => loadScenario(file).runOn.includes('pty'));
/** A host that stood still for longer than the budget proves nothing; it gets another chance, twice. */
const ATTEMPTS = 3;

/** What two rungs must agree on. Marginal is a pass that deserves a look: how close it was is timing. */
const essence = ({ id, verdict, functionalHash, findings }: ScenarioRun) => ({
  id,
  verdict: verdict === 'marginal' ? 'pass' : verdict,
  functionalHash,
  because: findings.filter((finding) => finding.verdict === 'fail' || finding.verdict === 'inconclusive').map(({ because }) => because),
});

const wasLate = ({ file, hostLateS = 0 }: ScenarioRun): boolean => hostLateS > toSeconds(loadScenario(file).jitterBudget);

it(`${files.length} scenarios over a real pseudo-terminal behave as they do in the process`, async () => {
  const expected = new Map<string, ReturnType<typeof essence>>();
  for (const file of files) expected.set(file, essence(await runScenario(loadScenario(file), { on: 'virtual' })));
  let left = files;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const { runs } = await runSuite({ selection: left, on: 'pty', jobs: 9, startedAt: '', tool: 'test' });
    const differing = runs.filter((run) => JSON.stringify(essence(run)) !== JSON.stringify(expected.get(run.file)));
    left = attempt < ATTEMPTS ? differing.filter(wasLate).map(({ file }) => file) : [];
    for (const run of differing.filter(({ file }) => !left.includes(file))) expect.soft(essence(run)).toEqual(expected.get(run.file));
  }
});
