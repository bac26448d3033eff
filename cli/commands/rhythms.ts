import type { Command } from 'commander';
import { RHYTHMS } from '../../simulator/index.ts';
import { createOutput, type OutputFlags, table } from '../output.ts';

export const define = (command: Command): Command =>
  command.addHelpText('after', '\nExample:\n  $ heartloop rhythms --json').action((options: OutputFlags) => {
    const rows = RHYTHMS.map(({ id, family, title, params }) => [
      id,
      family,
      title,
      params.map((p) => `${p.id} ${p.min}-${p.max} ${p.unit}`).join(', '),
    ]);
    createOutput(options).result(RHYTHMS, table([['ID', 'FAMILY', 'TITLE', 'PARAMETERS'], ...rows]));
  });
