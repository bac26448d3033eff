/** The shipping pipeline, causal, over a WFDB record. */
import type { Command } from 'commander';
import { type Micros, toSeconds } from '../../kernel/index.ts';
import { analyzeRecord } from '../analyze-record.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { duration } from '../values.ts';

interface Options extends OutputFlags {
  readonly leads: string;
  readonly annotator: string;
  readonly events?: string;
  readonly from?: Micros;
  readonly to?: Micros;
}

export const define = (command: Command): Command =>
  command
    .argument('<record>', 'path of the record, without an ending')
    .option('--leads <list>', 'signal numbers, as in 0,1, or all', 'all')
    .option('--annotator <name>', 'ending of the annotation file', 'hl')
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
        events: options.events,
        fromS: options.from === undefined ? 0 : toSeconds(options.from),
        toS: options.to === undefined ? Number.POSITIVE_INFINITY : toSeconds(options.to),
        onProgress: output.progress,
      });
      output.result(summary, `${summary.samples} samples, ${summary.beats} beats, ${summary.xRealTime.toFixed(0)} x real time`);
    });
