/** The whole bench with one command: patient, device on a pty, the monitor in its own process, console and page. */
import type { Command } from 'commander';
import type { Micros } from '../../kernel/index.ts';
import { createDemo } from '../demo-bench.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { duration, portNumber, seed } from '../values.ts';

interface Options extends OutputFlags {
  readonly for?: Micros;
  readonly rhythm: string;
  readonly seed: number;
  readonly http: number;
  readonly console: number;
  readonly profile: string;
}

export const define = (command: Command): Command =>
  command
    .option('--for <duration>', 'stop by itself, as in 60s', duration)
    .option('--rhythm <id>', 'what the heart does at first (heartloop rhythms)', 'sinus')
    .option('--seed <n>', 'seed of every random draw', seed, 42)
    .option('--http <port>', 'port of the monitor page, 0 for any free one', portNumber, 0)
    .option('--console <port>', 'port of the simulator console, 0 for any free one', portNumber, 0)
    .option('--profile <id>', 'device profile (heartloop devices)', 'ideal')
    .addHelpText('after', '\nExample:\n  $ heartloop demo --rhythm bigeminy --for 60s --json')
    .action(async (options: Options) => {
      const output = createOutput(options);
      const demo = await createDemo({ ...options, consolePort: options.console, span: options.for });
      output.line({ ready: true, monitorUrl: demo.monitorUrl, consoleUrl: demo.consoleUrl, serialPath: demo.serialPath });
      output.say(`monitor  ${demo.monitorUrl}\nconsole  ${demo.consoleUrl}\nserial   ${demo.serialPath}\nCtrl-C ends it.`);
      const summary = await demo.run({ onProgress: output.progress });
      output.result(
        summary,
        `${summary.framesSent} frames sent, ${summary.framesDecoded} decoded, ${summary.gaps} gaps, ` +
          `${summary.checksumErrors} checksum errors in ${summary.durationS} s (seed ${summary.seed})`,
      );
    });
