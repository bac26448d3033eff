import type { Command } from 'commander';
import { ELECTRODES_OF, LEADS, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import { createOutput, type OutputFlags, table } from '../output.ts';

export const define = (command: Command): Command =>
  command.addHelpText('after', '\nExample:\n  $ heartloop leads').action((options: OutputFlags) => {
    const sent: readonly string[] = TRANSMITTED_LEADS;
    const rows = LEADS.map((id) => ({
      id,
      family: id.startsWith('V') ? 'chest' : 'limb',
      title: sent.includes(id) ? 'sent by the device' : 'derived from I and II',
      params: ELECTRODES_OF[id],
    }));
    createOutput(options).result(
      rows,
      table([['ID', 'FAMILY', 'ORIGIN', 'ELECTRODES'], ...rows.map((row) => [row.id, row.family, row.title, row.params.join(' ')])]),
    );
  });
