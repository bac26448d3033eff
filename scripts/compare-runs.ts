/**
 * Compares two outputs of `heartloop run --json`, scenario by scenario: the verdict and one hash must be equal.
 * `compare-runs.ts FIRST SECOND full|functional`. Scenarios that only one of them ran are left out; the last line counts as JSON.
 */
import { readFileSync } from 'node:fs';

interface Run {
  readonly id: string;
  readonly seed: number;
  readonly on: string;
  readonly verdict: string;
  readonly fullHash: string;
  readonly functionalHash: string;
  readonly rerun: string;
}

const [firstFile, secondFile, which] = process.argv.slice(2);
if (!firstFile || !secondFile || (which !== 'full' && which !== 'functional')) {
  process.stderr.write('usage: compare-runs.ts FIRST.json SECOND.json full|functional\n');
  process.exit(2);
}

const runsOf = (file: string): readonly Run[] =>
  (JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1)!) as { runs: readonly Run[] }).runs;
const key = ({ id, seed }: Run): string => `${id} seed ${seed}`;
const hash = (run: Run): string => (which === 'full' ? run.fullHash : run.functionalHash);

const second = new Map(runsOf(secondFile).map((run) => [key(run), run]));
let passed = 0;
let failed = 0;
for (const run of runsOf(firstFile)) {
  const other = second.get(key(run));
  if (!other) continue;
  if (run.verdict === other.verdict && hash(run) === hash(other)) {
    passed += 1;
    continue;
  }
  failed += 1;
  process.stderr.write(
    `${key(run)}: ${run.on} ${run.verdict} ${hash(run).slice(0, 12)}, ${other.on} ${other.verdict} ${hash(other).slice(0, 12)}. rerun: ${run.rerun}; ${other.rerun}\n`,
  );
}
process.stdout.write(`${JSON.stringify({ passed, failed, inconclusive: 0 })}\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
