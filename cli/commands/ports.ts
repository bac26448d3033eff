import type { Command } from 'commander';
import { createOutput, type OutputFlags, table } from '../output.ts';
import { listPorts } from '../port-list.ts';

export const define = (command: Command): Command =>
  command.addHelpText('after', '\nExample:\n  $ heartloop ports').action(async (options: OutputFlags) => {
    const ports = await listPorts();
    const rows = ports.map(({ path, kind, detail }) => [path, kind, detail]);
    createOutput(options).result(
      ports,
      ports.length === 0 ? 'no serial port. Make one: heartloop demo' : table([['PATH', 'KIND', 'DETAIL'], ...rows]),
    );
  });
