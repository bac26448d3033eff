/** Signal and truth to files, for work that needs no device. */
import type { Command } from 'commander';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import type { Micros } from '../../kernel/index.ts';
import { toSeconds } from '../../kernel/index.ts';
import { deviceId } from '../device-option.ts';
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
  readonly leads?: number;
  readonly format: string;
  readonly device?: string;
  readonly profile: string;
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
    .option('--leads <n>', '8 or 12 (default: 12, and 8 through a device)', wholeNumber(8, 12))
    .option('--format <id>', SYNTH_FORMATS.join(', '), 'wfdb')
    .option('--device <id>', 'through the front end and ADC of a device: ecg12-binary or ecg12-ascii')
    .option('--profile <id>', 'its profile (heartloop devices)', 'ideal')
    .addHelpText('after', '\nExample:\n  $ heartloop synth --rhythm bigeminy --for 30s --out out/bigeminy --param rate=80')
    .action(async (options: Options) => {
      const output = createOutput(options);
      const leads = options.leads ?? (options.device === undefined ? 12 : 8);
      if (leads !== 8 && leads !== 12) throw usage(`--leads ${leads}: write 8 or 12`);
      if (options.format === 'edf') throw usage(`--format edf: not part of this version. Write ${SYNTH_FORMATS.join(', ')}`);
      if (!SYNTH_FORMATS.includes(options.format as SynthFormat)) {
        throw usage(`--format ${options.format}: unknown. Known: ${SYNTH_FORMATS.join(', ')}`);
      }
      const written = await synthToFiles({
        ...options,
        format: options.format as SynthFormat,
        leads,
        device: options.device === undefined ? undefined : resolveProfile(options.profile, { protocol: deviceId(options.device) }),
        durationS: toSeconds(options.for),
        sampleRate: options.rate,
        params: options.param ?? {},
        noise: options.noise ?? {},
      });
      output.result(written, `${written.record}: ${written.samples} samples, ${written.beats} beats in ${written.files.join(', ')}`);
    });
