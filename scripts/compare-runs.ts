/**
 * Compares two outputs of `heartloop run --json` on the virtual clock, scenario by scenario: verdict and full hash must be equal.
 * `compare-runs.ts FIRST SECOND`. A scenario that only one of them ran is a failure. Prints the counts as JSON.
 */
import { readFileSync } from 'node:fs';

interface Run {
  readonly id: string;
  readonly seed: number;
  readonly verdict: string;
  readonly fullHash: string;
  readonly rerun: string;
}

const [firstFile, secondFile] = process.argv.slice(2);
if (!firstFile || !secondFile) {
  process.stderr.write('usage: compare-runs.ts FIRST.json SECOND.json\n');
  process.exit(2);
}

const runsOf = (file: string): readonly Run[] =>
  (JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1)!) as { runs: readonly Run[] }).runs;
const key = ({ id, seed }: Run): string => `${id} seed ${seed}`;
const told = (run: Run | undefined): string => (run ? `${run.verdict} ${run.fullHash.slice(0, 12)}` : 'not run');

const second = new Map(runsOf(secondFile).map((run) => [key(run), run]));
let passed = 0;
let failed = 0;
for (const run of runsOf(firstFile)) {
  const other = second.get(key(run));
  if (other && run.verdict === other.verdict && run.fullHash === other.fullHash) {
    passed += 1;
    continue;
  }
  failed += 1;
  process.stderr.write(`${key(run)}: first ${told(run)}, then ${told(other)}. rerun: ${run.rerun}\n`);
}
process.stdout.write(`${JSON.stringify({ passed, failed, inconclusive: 0, skipped: 0 })}\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
