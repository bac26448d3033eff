import type { Finding, ScenarioRun, SuiteResult } from '../model/result.ts';
import { escapeText } from '../page/html.ts';

const properties = (run: ScenarioRun): string => {
  const all: readonly (readonly [string, string])[] = [
    ['seed', String(run.seed)],
    ['fullHash', run.fullHash],
    ['functionalHash', run.functionalHash],
    ['rerun', run.rerun],
    ...run.requirements.map((requirement) => ['requirement', requirement] as const),
  ];
  return `<properties>${all.map(([name, value]) => `<property name="${name}" value="${escapeText(value)}"/>`).join('')}</properties>`;
};

function outcome({ verdict, because }: Finding, rerun: string): string {
  const text = `${escapeText(because)}\nrerun: ${escapeText(rerun)}`;
  if (verdict === 'fail') return `<failure message="${escapeText(because)}">${text}</failure>`;
  if (verdict === 'error') return `<error message="${escapeText(because)}">${text}</error>`;
  return verdict === 'inconclusive' ? `<skipped message="${escapeText(because)}"/>` : '';
}

function suiteOf(run: ScenarioRun): string {
  const broken =
    run.error === null ? [] : [`<testcase name="harness" classname="${run.id}"><error message="${escapeText(run.error)}"/></testcase>`];
  const cases = run.findings.map(
    (finding) => `<testcase name="${escapeText(finding.expectation)}" classname="${run.id}">${outcome(finding, run.rerun)}</testcase>`,
  );
  const count = (verdict: string): number => run.findings.filter((finding) => finding.verdict === verdict).length;
  return (
    `<testsuite name="${escapeText(`${run.id} on ${run.on}`)}" tests="${cases.length + broken.length}" failures="${count('fail')}" ` +
    `errors="${count('error') + broken.length}" skipped="${count('inconclusive')}" time="${run.wallS.toFixed(3)}">${properties(run)}${[...cases, ...broken].join('')}</testsuite>`
  );
}

/** JUnit XML: a suite for each scenario run, a case for each expectation; requirements, seed and hashes as properties. */
export function junit(result: SuiteResult): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="heartloop" time="${result.wallS.toFixed(3)}">\n${result.runs.map(suiteOf).join('\n')}\n</testsuites>\n`;
}
