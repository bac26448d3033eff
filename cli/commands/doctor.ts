/** What is installed, what is missing, and what then does not work. */
import type { Command } from 'commander';
import { examine } from '../doctor-checks.ts';
import { createOutput, type OutputFlags, table } from '../output.ts';

export const define = (command: Command): Command =>
  command.addHelpText('after', '\nExample:\n  $ heartloop doctor').action((options: OutputFlags) => {
    const checks = examine();
    const rows = checks.map(({ id, ok, detail, remedy }) => [ok ? 'ok' : 'missing', id, ok ? detail : `${detail}. ${remedy}`]);
    createOutput(options).result({ checks }, table([['STATE', 'WHAT', 'DETAIL'], ...rows]));
  });
