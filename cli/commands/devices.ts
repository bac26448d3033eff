import type { Command } from 'commander';
import { linkBudget, PROFILES, resolveProfile } from '../../firmware-protocol/index.ts';
import { DEVICES } from '../device-option.ts';
import { createOutput, type OutputFlags, table } from '../output.ts';

export const define = (command: Command): Command =>
  command.addHelpText('after', '\nExample:\n  $ heartloop devices').action((options: OutputFlags) => {
    const rows = DEVICES.map(({ id, title }) => ({
      id,
      family: 'ecg12',
      title,
      params: Object.keys(PROFILES).map((profile) => {
        const fields = resolveProfile(profile, { protocol: id });
        return { ...fields, budget: linkBudget(fields).text };
      }),
    }));
    const cells = rows.flatMap(({ id, params }) =>
      params.map((profile) => [
        id,
        profile.id,
        `${Number(profile.sampleRate.toFixed(1))} Hz, ${profile.baud} baud, ${profile.countsPerMv} counts/mV`,
        profile.budget,
      ]),
    );
    createOutput(options).result(rows, table([['DEVICE', 'PROFILE', 'SIGNAL', 'LINK'], ...cells]));
  });
