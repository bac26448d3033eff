/**
 * Runs the stages of the test command, shows each as it runs, and closes with one line that counts everything.
 * A stage that is one check counts as one test; a test runner's stage counts what it ran. `--fast` leaves out what needs real time;
 * `--data DIR` names a folder of annotated records (mitdb, vfdb, ...) for the tests that want them and are skipped without.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { parseArgs } from 'node:util';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly fast: boolean;
  /** Reads the counts the command left behind; without it the exit code counts as one test. */
  readonly count?: () => Count;
}

const OUT = 'out/test';

function vitestCount(file: string): Count {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
}

function scenarioCount(file: string): Count {
  const report = JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1)!) as {
    passed: number;
    failed: number;
    inconclusive: number;
    skipped: number;
  };
  return { passed: report.passed, failed: report.failed + report.inconclusive, skipped: report.skipped };
}

const vitest = (project: string, fast: boolean): Stage => ({
  name: `${project} tests`,
  command: ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${OUT}/${project}.json`],
  fast,
  count: () => vitestCount(`${OUT}/${project}.json`),
});

const SCENARIOS = `node cli/main.ts run --on virtual --json`;

const STAGES: readonly Stage[] = [
  { name: 'setup', command: ['bash', 'scripts/setup'], fast: false },
  { name: 'types', command: ['tsc', '--noEmit'], fast: true },
  { name: 'format', command: ['biome', 'check', '.'], fast: true },
  { name: 'lint', command: ['oxlint', '--type-aware'], fast: true },
  { name: 'layers', command: ['npm', 'run', '--silent', 'layers'], fast: true },
  { name: 'dead code', command: ['knip'], fast: true },
  vitest('unit', true),
  {
    name: 'scenarios on virtual',
    command: ['sh', '-c', `${SCENARIOS} --out out/scenarios > ${OUT}/scenarios.json`],
    fast: true,
    count: () => scenarioCount(`${OUT}/scenarios.json`),
  },
  {
    name: 'same seed, same trace',
    command: [
      'sh',
      '-c',
      `${SCENARIOS} --quiet > ${OUT}/again.json; node scripts/compare-runs.ts ${OUT}/scenarios.json ${OUT}/again.json > ${OUT}/same.json`,
    ],
    fast: true,
    count: () => scenarioCount(`${OUT}/same.json`),
  },
  { name: 'build', command: ['npm', 'run', 'build', '--silent'], fast: false },
  vitest('system', false),
  { name: 'bench', command: ['node', 'cli/main.ts', 'bench'], fast: false },
];

const { fast: fastOnly, data } = parseArgs({ options: { fast: { type: 'boolean', default: false }, data: { type: 'string' } } }).values;

function run(command: readonly string[]): Promise<number> {
  const env = data === undefined ? process.env : { ...process.env, HEARTLOOP_DATA: resolvePath(data) };
  return new Promise((resolve, reject) => {
    const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'inherit', 'inherit'], env });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const countOf = (stage: Stage, code: number): Count => {
  try {
    const count = stage.count?.();
    if (count) return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    // The runner left nothing to read: it broke before it could count, which is a failure of its own.
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const rows: { name: string; count: Count; seconds: number }[] = [];
for (const stage of STAGES.filter(({ fast }) => fast || !fastOnly)) {
  process.stdout.write(`\n== ${stage.name}\n`);
  const startedAt = performance.now();
  const code = await run(stage.command);
  rows.push({ name: stage.name, count: countOf(stage, code), seconds: (performance.now() - startedAt) / 1e3 });
}

process.stdout.write('\n');
for (const { name, count, seconds } of rows) {
  const mark = count.failed > 0 ? 'FAIL' : 'ok  ';
  process.stdout.write(
    `${mark} ${name.padEnd(24)} ${String(count.passed).padStart(6)} passed ${String(count.failed).padStart(4)} failed ${String(count.skipped).padStart(4)} skipped ${seconds.toFixed(1).padStart(7)} s\n`,
  );
}
const total = (key: keyof Count): number => rows.reduce((sum, { count }) => sum + count[key], 0);
process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped\n`);
process.exitCode = total('failed') > 0 ? 1 : 0;
