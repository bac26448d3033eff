/** Signal and truth to files, for work that needs no device. */
import type { Command } from 'commander';
import type { Micros } from '../../kernel/index.ts';
import { toSeconds } from '../../kernel/index.ts';
import { usage } from '../exit.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { SYNTH_FORMATS, type SynthFormat, synthToFiles } from '../synth-files.ts';
import { duration, keyValue, seed, wholeNumber } from '../values.ts';

interface Options extends OutputFlags {
  readonly rhythm: string;
  readonly for: Micros;
  readonly out: string;
  readonly param?: Record<string, number>;
  readonly noise?: Record<string, number>;
  readonly seed: number;
  readonly rate: number;
  readonly leads: number;
  readonly format: string;
  readonly device?: string;
}

export const define = (command: Command): Command =>
  command
    .requiredOption('--rhythm <id>', 'what the heart does (heartloop rhythms)')
    .requiredOption('--for <duration>', 'how long, as in 10s', duration)
    .requiredOption('--out <dir>', 'folder for the files')
    .option('--param <key=value>', 'a parameter of the rhythm, as in rate=75', keyValue)
    .option('--noise <id=level>', 'wander or mains in mV, emg in uV', keyValue)
    .option('--seed <n>', 'seed of every random draw', seed, 42)
    .option('--rate <hz>', 'samples per second', wholeNumber(100, 10_000), 500)
    .option('--leads <n>', '8 or 12', wholeNumber(8, 12), 12)
    .option('--format <id>', SYNTH_FORMATS.join(', '), 'wfdb')
    .option('--device <profile>', 'through the front end and ADC of this device profile')
    .addHelpText('after', '\nExample:\n  $ heartloop synth --rhythm bigeminy --for 30s --out out/bigeminy --param rate=80')
    .action(async (options: Options) => {
      const output = createOutput(options);
      if (options.leads !== 8 && options.leads !== 12) throw usage(`--leads ${options.leads}: write 8 or 12`);
      if (!SYNTH_FORMATS.includes(options.format as SynthFormat)) {
        throw usage(`--format ${options.format}: unknown. Known: ${SYNTH_FORMATS.join(', ')}`);
      }
      const written = await synthToFiles({
        ...options,
        format: options.format as SynthFormat,
        leads: options.leads,
        device: options.device,
        durationS: toSeconds(options.for),
        sampleRate: options.rate,
        params: options.param ?? {},
        noise: options.noise ?? {},
      });
      output.result(written, `${written.record}: ${written.samples} samples, ${written.beats} beats in ${written.files.join(', ')}`);
    });
