/** One device on one link, for a monitor that is not ours or runs elsewhere. */
import { createWriteStream } from 'node:fs';
import type { Command } from 'commander';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { createSystemClock, type Micros, toSeconds } from '../../kernel/index.ts';
import { createSimulator, type SimulatorCommand } from '../../simulator/index.ts';
import { openConsole } from '../console.ts';
import { usage } from '../exit.ts';
import { parseFault } from '../fault-option.ts';
import { openLink, parseLink } from '../link-option.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { startWhenOpened } from '../power.ts';
import { untilStopped } from '../stop.ts';
import { collect, duration, keyValue, portNumber, seed } from '../values.ts';

interface Options extends OutputFlags {
  readonly device: string;
  readonly link: string;
  readonly profile: string;
  readonly rhythm: string;
  readonly param?: Record<string, number>;
  readonly noise?: Record<string, number>;
  readonly fault?: readonly string[];
  readonly seed: number;
  readonly for?: Micros;
  readonly truth?: string;
  readonly bytes?: string;
  readonly control?: number;
}

const jsonLines = (path: string): { write(value: unknown): void; end(): Promise<void> } => {
  const stream = createWriteStream(path);
  return {
    write: (value) => void stream.write(`${JSON.stringify(value)}\n`),
    end: () => new Promise((resolve, reject) => stream.once('error', reject).end(resolve)),
  };
};

export const define = (command: Command): Command =>
  command
    .requiredOption('--device <id>', 'ecg12-binary or ecg12-ascii')
    .requiredOption('--link <link>', 'pty, pty:PATH or serial:PATH')
    .option('--profile <id>', 'device profile (heartloop devices)', 'ideal')
    .option('--rhythm <id>', 'what the heart does (heartloop rhythms)', 'sinus')
    .option('--param <key=value>', 'a parameter of the rhythm, as in rate=75', keyValue)
    .option('--noise <id=level>', 'wander or mains in mV, emg in uV', keyValue)
    .option('--fault <id,key=value>', 'a link fault at the start (heartloop faults)', collect)
    .option('--seed <n>', 'seed of every random draw', seed, 42)
    .option('--for <duration>', 'stop by itself, as in 10s', duration)
    .option('--truth <file>', 'write what really happened, a JSON line each; frames as the device sent them included')
    .option('--bytes <file>', 'write the bytes of the wire')
    .option('--control <port>', 'serve the console and its HTTP interface there, 0 for any free port', portNumber)
    .addHelpText(
      'after',
      '\nExample:\n  $ heartloop sim --device ecg12-binary --link pty --rhythm sinus --param rate=75 --for 10s --truth truth.jsonl',
    )
    .action(async (options: Options) => {
      const output = createOutput(options);
      if (options.device !== 'ecg12-binary' && options.device !== 'ecg12-ascii') {
        throw usage(`--device ${options.device}: unknown device. Known: ecg12-binary, ecg12-ascii`);
      }
      const profile = resolveProfile(options.profile, { protocol: options.device });
      const commands: SimulatorCommand[] = (options.fault ?? []).map((text) => ({ do: 'fault', fault: parseFault(text) }));
      const where = parseLink(options.link);
      const clock = createSystemClock();
      const link = await openLink(where, { clock, baud: profile.baud });
      try {
        const { rhythm, param: params = {}, noise = {} } = options;
        const simulator = createSimulator({ clock, seed: options.seed, profile, link, rhythm, params, noise });
        for (const fault of commands) simulator.command(fault);
        const truth = options.truth === undefined ? undefined : jsonLines(options.truth);
        const bytes = options.bytes === undefined ? undefined : createWriteStream(options.bytes);
        if (truth) {
          simulator.onTruth((event) => truth.write(event));
          simulator.onFrames(({ samples, connected, count }) => {
            for (let i = 0; i < count; i += 1)
              truth.write({ kind: 'frame', samples: [...samples.subarray(i * 8, i * 8 + 8)], connected: connected[i] });
          });
        }
        if (bytes) simulator.onBytes((chunk) => void bytes.write(Uint8Array.from(chunk)));
        const console_ =
          options.control === undefined
            ? undefined
            : await openConsole({ simulator, port: options.control, seed: options.seed, profile, path: link.path });
        output.line({ ready: true, path: link.path, controlUrl: console_?.url ?? null, pid: process.pid });
        output.say(`${profile.protocol} on ${link.path}: waiting for a host to open it`);
        void startWhenOpened(simulator, link);
        const startedAt = clock.now();
        await untilStopped(clock, options.for);
        simulator.stop();
        const durationS = toSeconds((clock.now() - startedAt) as Micros);
        await truth?.end();
        await new Promise<void>((resolve) => (bytes ? bytes.end(resolve) : resolve()));
        await console_?.close();
        const { framesSent, bytesSent, faultsInjected } = simulator.stats;
        output.result(
          { framesSent, bytesSent, faultsInjected, durationS, seed: options.seed },
          `${framesSent} frames, ${bytesSent} bytes, ${faultsInjected} faults in ${durationS.toFixed(1)} s (seed ${options.seed})`,
        );
      } finally {
        link.close('the command ended');
      }
    });
