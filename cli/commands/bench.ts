/** The performance table: measured here and now, beside its goal. */
import type { Command } from 'commander';
import { BENCH_IDS, runBench } from '../bench-table.ts';
import { usage } from '../exit.ts';
import { createOutput, type OutputFlags, table } from '../output.ts';

export const define = (command: Command): Command =>
  command
    .option('--only <id>', `one row: ${BENCH_IDS.join(', ')}`)
    .addHelpText('after', '\nExample:\n  $ heartloop bench --only decoder')
    .action(async (options: OutputFlags & { only?: string }) => {
      if (options.only !== undefined && !BENCH_IDS.includes(options.only)) {
        throw usage(`--only ${options.only}: unknown row. Known: ${BENCH_IDS.join(', ')}`);
      }
      const output = createOutput(options);
      const { machine, rows } = await runBench({ only: options.only, onProgress: output.progress });
      const cells = rows.map(({ id, value, unit, goal, peer }) => [
        id,
        value.toLocaleString('en', { maximumFractionDigits: 0 }),
        unit,
        goal === null ? '' : `>= ${goal.toLocaleString('en')}`,
        peer,
      ]);
      output.result(
        { machine, rows },
        `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n${table([['ROW', 'VALUE', 'UNIT', 'GOAL', 'PEER'], ...cells])}`,
      );
    });
