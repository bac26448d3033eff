import type { ScenarioRun } from '../reports/index.ts';

/** A run on one line; what failed and how to run it again below it. */
export function runLine(run: ScenarioRun): string {
  const head = `${run.verdict.padEnd(12)} ${run.id.padEnd(16)} ${run.on.padEnd(8)} ${run.wallS.toFixed(2).padStart(7)} s  ${run.title}`;
  const bad = run.findings.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'marginal').map(({ because }) => `      ${because}`);
  const broken = run.error === null ? [] : [`      ${run.error}. rerun: ${run.rerun}`];
  return [head, ...bad, ...broken].join('\n');
}
