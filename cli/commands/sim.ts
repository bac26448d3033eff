/** One device on one link, for a monitor that is not ours or runs elsewhere. */
import type { Command } from 'commander';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { type Cancel, createSystemClock, type Micros, ms, seconds, toSeconds } from '../../kernel/index.ts';
import { createSimulator, type SimulatorCommand } from '../../simulator/index.ts';
import { openConsole } from '../console.ts';
import { deviceId } from '../device-option.ts';
import { parseFault } from '../fault-option.ts';
import { openLink, parseLink } from '../link-option.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { openOutputFile } from '../output-file.ts';
import { startWhenOpened } from '../power.ts';
import { listenForStop } from '../stop.ts';
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

/** With `--for`, how long the device waits for a host before it sends to nobody. */
const HOST_WAIT = seconds(5);
/** Link faults strike after the first second: a receiver can only miss what it has begun to count. */
const FAULT_AT = seconds(1);
/** What the pty and a host's buffers may hold when the device falls silent. */
const DRAIN = ms(200);

export const define = (command: Command): Command =>
  command
    .requiredOption('--device <id>', 'ecg12-binary or ecg12-ascii')
    .requiredOption('--link <link>', 'pty, pty:PATH or serial:PATH')
    .option('--profile <id>', 'device profile (heartloop devices)', 'ideal')
    .option('--rhythm <id>', 'what the heart does (heartloop rhythms)', 'sinus')
    .option('--param <key=value>', 'a parameter of the rhythm, as in rate=75', keyValue)
    .option('--noise <id=level>', 'wander or mains in mV, emg in uV', keyValue)
    .option('--fault <id,key=value>', 'a link fault, after the first second (heartloop faults)', collect)
    .option('--seed <n>', 'seed of every random draw', seed, 42)
    .option('--for <duration>', 'so much signal, then stop; it begins when a host opens the port, or after 5 s without one', duration)
    .option('--truth <file>', 'write what really happened, a JSON line each; frames as the device sent them included')
    .option('--bytes <file>', 'write the bytes of the wire')
    .option('--control <port>', 'serve the console and its HTTP interface there, 0 for any free port', portNumber)
    .addHelpText(
      'after',
      '\nExample:\n  $ heartloop sim --device ecg12-binary --link pty --rhythm sinus --param rate=75 --for 10s --truth truth.jsonl',
    )
    .action(async (options: Options) => {
      const output = createOutput(options);
      const device = deviceId(options.device);
      const profile = resolveProfile(options.profile, { protocol: device });
      const commands: SimulatorCommand[] = (options.fault ?? []).map((text) => ({ do: 'fault', fault: parseFault(text, device) }));
      const where = parseLink(options.link);
      const clock = createSystemClock();
      const stop = listenForStop(clock);
      const link = await openLink(where, { clock, baud: profile.baud });
      try {
        const { rhythm, param: params = {}, noise = {}, for: span } = options;
        const until = span === undefined ? {} : { until: span };
        const simulator = createSimulator({ clock, seed: options.seed, profile, link, rhythm, params, noise, ...until });
        const truth = options.truth === undefined ? undefined : openOutputFile('--truth', options.truth);
        const bytes = options.bytes === undefined ? undefined : openOutputFile('--bytes', options.bytes);
        if (truth) {
          const tell = (event: unknown): void => truth.write(`${JSON.stringify(event)}\n`);
          simulator.onTruth(tell);
          simulator.onFrames(({ samples, connected, count }) => {
            for (let i = 0; i < count; i += 1)
              tell({ kind: 'frame', samples: [...samples.subarray(i * 8, i * 8 + 8)], connected: connected[i] });
          });
        }
        if (bytes) simulator.onBytes((chunk) => bytes.write(Uint8Array.from(chunk)));
        const console_ =
          options.control === undefined
            ? undefined
            : await openConsole({ simulator, port: options.control, seed: options.seed, profile, path: link.path });
        output.line({ ready: true, path: link.path, controlUrl: console_?.url ?? null, pid: process.pid });
        output.say(
          `${device} on ${link.path}: waiting for a host to open it${device === 'ecg12-ascii' ? ' and to send the start command' : ''}`,
        );
        const ended = new AbortController();
        const hostWait = span === undefined ? undefined : clock.sleep(HOST_WAIT, ended.signal);
        let poweredAt: Micros | undefined;
        let cancelFaults: Cancel | undefined;
        const power = async (): Promise<void> => {
          await startWhenOpened(simulator, link, hostWait);
          poweredAt = clock.now();
          cancelFaults = clock.at((poweredAt + Math.min(FAULT_AT, (span ?? Infinity) / 2)) as Micros, 'sim.faults', () => {
            for (const fault of commands) simulator.command(fault);
          });
        };
        await stop.until(span, power());
        ended.abort();
        cancelFaults?.();
        simulator.stop();
        const durationS = poweredAt === undefined ? 0 : toSeconds((clock.now() - poweredAt) as Micros);
        if (link.hostOpen) await clock.sleep(DRAIN);
        await truth?.end();
        await bytes?.end();
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
