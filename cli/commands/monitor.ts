/** The monitor alone, in its own process: a serial port in, a page and event lines out. */
import { once } from 'node:events';
import type { Command } from 'commander';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { createSystemClock } from '../../kernel/index.ts';
import { connectSerial, createEventOrder, createMonitor } from '../../monitor/index.ts';
import { startMonitorServer } from '../../monitor/server/index.ts';
import { assetsDir } from '../assets.ts';
import { deviceFault, serving, usage } from '../exit.ts';
import { laterOption } from '../later.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { openOutputFile } from '../output-file.ts';
import { probePort } from '../probe-port.ts';
import { listenForStop } from '../stop.ts';
import { portNumber } from '../values.ts';

interface Options extends OutputFlags {
  readonly port: string;
  readonly http: number;
  readonly profile: string;
  readonly events?: string;
  readonly simulated?: boolean;
  readonly withParent?: boolean;
}

const withLater = (command: Command): Command =>
  laterOption(
    laterOption(command, '--db <url>', 'Use --events FILE to keep what the monitor says'),
    '--data <dir>',
    'Use --events FILE to keep what the monitor says',
  );

export const define = (command: Command): Command =>
  withLater(command)
    .requiredOption('--port <path>', 'serial port of the device')
    .option('--http <port>', 'port of the page, 0 for any free one', portNumber, 0)
    .option('--profile <id>', 'device profile (heartloop devices)', 'ideal')
    .option('--events <file>', 'write every event, a JSON line each')
    .option('--with-parent', 'end when standard input does, for programs that start the monitor')
    .option('--simulated', 'mark the page as showing a simulated patient')
    .addHelpText('after', '\nExample:\n  $ heartloop monitor --port /dev/ttyUSB0 --http 8080 --events events.jsonl')
    .action(async (options: Options) => {
      const output = createOutput(options);
      const device = resolveProfile(options.profile);
      if (options.port === 'auto') throw usage('--port auto: not part of this version. Name a port that heartloop ports lists');
      const problem = probePort(options.port);
      if (problem !== undefined) throw deviceFault(problem);
      const clock = createSystemClock();
      const stop = listenForStop(clock);
      const monitor = createMonitor({ clock, path: options.port, connect: connectSerial, device });
      const events = options.events === undefined ? undefined : openOutputFile('--events', options.events);
      const order = createEventOrder((event) => events?.write(`${JSON.stringify(event)}\n`));
      if (events) monitor.onEvent((event) => order.add(event));
      const server = await serving(
        startMonitorServer({
          monitor,
          port: options.http,
          assetsDir: assetsDir('monitor'),
          simulated: options.simulated ?? false,
        }),
      );
      monitor.start();
      const opened = await monitor.firstOpen();
      if (!opened.ok) {
        await monitor.stop();
        await server.close();
        throw deviceFault(opened.because);
      }
      output.line({ ready: true, url: server.url, serialPath: options.port, protocol: device.protocol });
      output.say(`monitor on ${options.port}: ${server.url}`);
      await Promise.race([stop.signalled, ...(options.withParent ? [once(process.stdin.resume(), 'end')] : [])]);
      process.stdin.destroy();
      await monitor.stop();
      await server.close();
      order.end();
      await events?.end();
      const { framesDecoded, framesLost, gaps, checksumErrors } = monitor.status;
      output.result(
        { framesDecoded, framesLost, gaps, checksumErrors },
        `${framesDecoded} frames decoded, ${framesLost} lost in ${gaps} gaps, ${checksumErrors} checksum errors`,
      );
    });
