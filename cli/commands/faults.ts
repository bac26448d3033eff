import type { Command } from 'commander';
import { FAULTS } from '../fault-option.ts';
import { createOutput, type OutputFlags, table } from '../output.ts';

export const define = (command: Command): Command =>
  command
    .addHelpText('after', '\nExample:\n  $ heartloop sim --device ecg12-binary --link pty --fault drop-frames,frames=70')
    .action((options: OutputFlags) => {
      const rows = FAULTS.map(({ id, family, title, params }) => [
        id,
        family,
        title,
        params.map((p) => `${p.id} ${p.min}-${p.max}`).join(', '),
      ]);
      createOutput(options).result(FAULTS, table([['ID', 'FAMILY', 'TITLE', 'PARAMETERS'], ...rows]));
    });
