/** Scenarios on a rung, with results for machines and a page for people. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Micros } from '../../kernel/index.ts';
import { junit, runReport, type ScenarioRun, type SuiteResult, writeResult } from '../../reports/index.ts';
import { RUNGS, type Rung, runSuite } from '../../scenarios/index.ts';
import { EXIT, usage } from '../exit.ts';
import { laterOption } from '../later.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { makeFolder } from '../output-file.ts';
import { runLine } from '../result-text.ts';
import { duration, seed, wholeNumber } from '../values.ts';

interface Options extends OutputFlags {
  readonly on: string;
  readonly seed?: number;
  readonly repeat: number;
  readonly jobs?: number;
  readonly shard?: string;
  readonly until?: Micros;
  readonly out?: string;
}

function shardOf(text: string): { index: number; of: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > of) throw usage(`--shard ${text}: write I/N with I from 1 to N, as in 1/4`);
  return { index, of };
}

function writeFiles(out: string, result: SuiteResult): void {
  writeResult(join(out, 'result.json'), result);
  writeFileSync(join(out, 'junit.xml'), junit(result));
  writeFileSync(join(out, 'report.html'), runReport(result));
}

/** The least margin among timed findings, in ms; null where no finding is a time. */
function marginMs({ findings }: ScenarioRun): number | null {
  const margins = findings.filter(({ margin, marginUnit }) => margin !== null && marginUnit === 's').map(({ margin }) => margin! * 1000);
  return margins.length === 0 ? null : Math.round(Math.min(...margins));
}

const passed = ({ verdict }: ScenarioRun): boolean => verdict === 'pass' || verdict === 'marginal';

export const define = (command: Command): Command =>
  laterOption(command, '--monitor <url>', 'Scenarios run against our monitor')
    .argument('[what...]', 'ids, suite names or files; everything when left out')
    .option('--on <rung>', RUNGS.join(', '), 'virtual')
    .option('--seed <n>', 'instead of the seed of the scenario', seed)
    .option('--repeat <n>', 'runs of each, with the seeds n, n + 1, ...', wholeNumber(1, 100_000), 1)
    .option('--jobs <n>', 'at once, on rungs in real time', wholeNumber(1, 64))
    .option('--shard <i/n>', "this machine's part of the whole")
    .option('--until <time>', 'stop early, in signal time', duration)
    .option('--out <dir>', 'write result.json, junit.xml and report.html there')
    .addHelpText('after', '\nExample:\n  $ heartloop run field --on virtual --out out/field')
    .action(async (selection: string[], options: Options) => {
      const output = createOutput(options);
      if (options.on === 'serial')
        throw usage('--on serial: not part of this version. Real ports: heartloop sim --link serial:PATH. Rungs: virtual, pty');
      if (!RUNGS.includes(options.on as Rung)) throw usage(`--on ${options.on}: unknown rung. Known: ${RUNGS.join(', ')}`);
      if (options.out !== undefined) makeFolder('--out', options.out);
      const result = await runSuite({
        selection,
        on: options.on as Rung,
        repeat: options.repeat,
        ...(options.seed === undefined ? {} : { seed: options.seed }),
        ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
        ...(options.until === undefined ? {} : { until: options.until }),
        ...(options.shard === undefined ? {} : { shard: shardOf(options.shard) }),
        startedAt: new Date().toISOString(),
        tool: 'heartloop 0.1.0',
        onProgress: ({ id, atS, endS }) => output.progress(`${id} ${atS.toFixed(1)} of ${endS} s`),
        onRun: (run, { count, of }) => output.say(`${String(count).padStart(3)}/${of} ${runLine(run)}`),
      });
      const skipped = result.skipped ?? [];
      for (const { id, because } of skipped) output.say(`    skipped      ${id}: ${because}`);
      if (result.runs.length === 0)
        throw usage(`nothing to run: ${skipped.map(({ id, because }) => `${id} ${because}`).join('; ') || 'this shard is empty'}`);
      if (options.out !== undefined) {
        writeFiles(options.out, result);
        output.say(`report: ${join(options.out, 'report.html')}`);
      }
      const { runs, wallS } = result;
      const summary = {
        runs: runs.map((run) => ({
          id: run.id,
          seed: run.seed,
          on: run.on,
          verdict: run.verdict,
          marginMs: marginMs(run),
          fullHash: run.fullHash,
          functionalHash: run.functionalHash,
          rerun: run.rerun,
        })),
        passed: runs.filter(passed).length,
        failed: runs.filter(({ verdict }) => verdict === 'fail' || verdict === 'error').length,
        inconclusive: runs.filter(({ verdict }) => verdict === 'inconclusive').length,
        skipped: skipped.length,
        wallS,
      };
      const signalS = runs.reduce((sum, { endS }) => sum + endS, 0);
      output.result(
        summary,
        `${summary.passed} passed, ${summary.failed} failed, ${summary.inconclusive} inconclusive, ${summary.skipped} skipped: ${signalS.toFixed(0)} s of signal in ${wallS.toFixed(1)} s`,
      );
      if (summary.failed + summary.inconclusive > 0) process.exitCode = EXIT.testFailures;
    });
