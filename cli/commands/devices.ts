import type { Command } from 'commander';
import { linkBudget, PROFILES } from '../../firmware-protocol/index.ts';
import { createOutput, type OutputFlags, table } from '../output.ts';

export const define = (command: Command): Command =>
  command.addHelpText('after', '\nExample:\n  $ heartloop devices').action((options: OutputFlags) => {
    const rows = Object.values(PROFILES).map((profile) => ({
      id: profile.id,
      family: profile.protocol,
      title: `${profile.sampleRate} Hz, ${profile.baud} baud, ${profile.countsPerMv} counts/mV`,
      params: profile,
      budget: linkBudget(profile).text,
    }));
    const text = table([['ID', 'PROTOCOL', 'SIGNAL', 'LINK'], ...rows.map(({ id, family, title, budget }) => [id, family, title, budget])]);
    createOutput(options).result(rows, text);
  });
