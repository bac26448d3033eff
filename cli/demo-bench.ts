/** Patient, device on a pty, monitor in its own process and console, joined as the demo shows them. */
import { resolveProfile } from '../firmware-protocol/index.ts';
import { createSystemClock, type Micros, ms, seconds, toSeconds } from '../kernel/index.ts';
import { createSimulator, openPtyLink } from '../simulator/index.ts';
import { startChildMonitor } from './child-monitor.ts';
import { openConsole } from './console.ts';
import { deviceFault } from './exit.ts';
import { startWhenOpened } from './power.ts';
import { listenForStop } from './stop.ts';

interface DemoRequest {
  readonly rhythm: string;
  readonly seed: number;
  readonly http: number;
  readonly consolePort: number;
  readonly profile: string;
  /** Signal to send, then the device falls silent; undefined: until a signal ends it. */
  readonly span: Micros | undefined;
}

export interface DemoSummary {
  readonly framesSent: number;
  readonly framesDecoded: number;
  readonly gaps: number;
  readonly checksumErrors: number;
  readonly durationS: number;
  readonly seed: number;
}

export interface Demo {
  readonly monitorUrl: string;
  readonly consoleUrl: string;
  readonly serialPath: string;
  /** Runs for the span, or until a signal, then closes everything in order and counts. */
  run(request: { readonly onProgress: (text: string) => void }): Promise<DemoSummary>;
}

/** How long the last frames may take from the device to the monitor's counters. */
const DRAIN = seconds(3);
const DRAIN_STEP = ms(50);

export async function createDemo(request: DemoRequest): Promise<Demo> {
  const clock = createSystemClock();
  const stop = listenForStop(clock);
  const profile = resolveProfile(request.profile);
  const link = openPtyLink({ clock, baud: profile.baud });
  const simulator = createSimulator({
    clock,
    seed: request.seed,
    profile,
    link,
    rhythm: request.rhythm,
    ...(request.span === undefined ? {} : { until: request.span }),
  });
  const powered = startWhenOpened(simulator, link);
  // What is open so far, to be closed in reverse when something does not start.
  const opened: (() => Promise<unknown>)[] = [
    async () => {
      simulator.stop();
      link.close('the demo did not start');
    },
  ];
  const orClose = async <Opened>(starting: Promise<Opened>): Promise<Opened> => {
    try {
      return await starting;
    } catch (error) {
      for (const close of opened.toReversed()) await close();
      throw error;
    }
  };
  const monitor = await orClose(
    startChildMonitor(['--port', link.path, '--http', String(request.http), '--profile', profile.id, '--simulated']),
  );
  opened.push(() => monitor.stop());
  const console_ = await orClose(
    openConsole({ simulator, port: request.consolePort, seed: request.seed, profile, path: link.path, monitorUrl: monitor.url }),
  );

  async function drained(): Promise<void> {
    for (let left = DRAIN as number; left > 0; left -= DRAIN_STEP) {
      if ((await monitor.status()).framesDecoded >= simulator.stats.framesSent) return;
      await clock.sleep(DRAIN_STEP);
    }
  }

  return {
    monitorUrl: monitor.url,
    consoleUrl: console_.url,
    serialPath: link.path,
    async run({ onProgress }) {
      const tooLate = new AbortController();
      const isOpen = await Promise.race([
        Promise.race([powered, stop.signalled]).then(() => true),
        clock.sleep(seconds(10), tooLate.signal).then(() => false),
      ]);
      tooLate.abort();
      if (!isOpen) throw deviceFault(`the monitor did not open ${link.path} within 10 s`);
      const startedAt = clock.now();
      const shown = setInterval(() => {
        const elapsedS = toSeconds((clock.now() - startedAt) as Micros);
        onProgress(`${elapsedS.toFixed(0)} s, ${simulator.stats.framesSent} frames, ${simulator.state.rhythm}`);
      }, 1000);
      await stop.until(request.span);
      clearInterval(shown);
      simulator.stop();
      const durationS = toSeconds((clock.now() - startedAt) as Micros);
      await drained();
      await console_.close();
      const { framesDecoded, gaps, checksumErrors } = await monitor.stop();
      link.close('the demo ended');
      return { framesSent: simulator.stats.framesSent, framesDecoded, gaps, checksumErrors, durationS, seed: request.seed };
    },
  };
}
