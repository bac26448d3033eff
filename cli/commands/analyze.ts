/** The shipping pipeline, causal, over a WFDB record. */
import type { Command } from 'commander';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { type Micros, toSeconds } from '../../kernel/index.ts';
import { analyzeRecord } from '../analyze-record.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { duration } from '../values.ts';

interface Options extends OutputFlags {
  readonly leads: string;
  readonly annotator: string;
  readonly events?: string;
  readonly profile?: string;
  readonly from?: Micros;
  readonly to?: Micros;
}

export const define = (command: Command): Command =>
  command
    .argument('<record>', 'path of the record, without an ending')
    .option('--leads <list>', 'signal numbers, as in 0,1, or all', 'all')
    .option('--annotator <name>', 'ending of the annotation file', 'hl')
    .option('--profile <id>', 'the record holds the channels of this device profile, not leads (heartloop devices)')
    .option('--events <file>', 'write event lines there, - for stdout')
    .option('--from <duration>', 'begin there', duration)
    .option('--to <duration>', 'end there', duration)
    .addHelpText('after', '\nExample:\n  $ heartloop analyze out/bigeminy/bigeminy --events events.jsonl')
    .action(async (record: string, options: Options) => {
      const output = createOutput(options);
      const summary = await analyzeRecord({
        record,
        leads: options.leads,
        annotator: options.annotator,
        profile: options.profile === undefined ? undefined : resolveProfile(options.profile),
        events: options.events,
        fromS: options.from === undefined ? 0 : toSeconds(options.from),
        toS: options.to === undefined ? Number.POSITIVE_INFINITY : toSeconds(options.to),
        onProgress: output.progress,
      });
      const text = `${summary.samples} samples, ${summary.beats} beats, ${summary.xRealTime.toFixed(0)} x real time`;
      if (options.events === '-' && !options.json) output.say(text);
      else output.result(summary, text);
    });
