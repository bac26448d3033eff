import { every, type Micros, seconds, type TraceSink, toSeconds, us } from '../../kernel/index.ts';
import { createMonitor, type Monitor } from '../../monitor/index.ts';
import type { Finding } from '../../reports/index.ts';
import type { Bench } from '../expect/bench.ts';
import type { ScenarioPlan } from '../plan/plan.ts';
import type { Rung } from '../schema/scenario.ts';
import { watchExpectations } from './findings.ts';
import { createGuardedClock } from './guarded-clock.ts';
import { type HostJitter, watchHostJitter } from './host-jitter.ts';
import { openPatient } from './patient-rig.ts';
import { openRecorder } from './recorder.ts';
import { openRig, passWhile, type Rig } from './rung.ts';
import type { WaveLog } from './wave-log.ts';

export interface PlayOptions {
  readonly plan: ScenarioPlan;
  readonly on: Rung;
  readonly seed: number;
  readonly end: Micros;
  readonly trace: TraceSink;
  readonly onProgress: ((done: { readonly atS: number; readonly endS: number }) => void) | undefined;
}

export interface Played {
  readonly bench: Bench;
  readonly waves: WaveLog;
  readonly findings: readonly Finding[];
  /** When the first expectation failed, on scenario time. */
  readonly firstFailureAt: Micros | undefined;
  /** The worst lateness of the host; undefined on the virtual clock, which is never late. */
  readonly hostLate: Micros | undefined;
}

const OPEN_PATIENCE = seconds(5);
const CLOSE_PATIENCE = seconds(5);
const PROGRESS_PERIOD = seconds(1);

/** One run: opens the port, powers the device, does the steps, waits for the last byte, closes everything. Throws what the harness broke on. */
export async function play(options: PlayOptions): Promise<Played> {
  const { plan, on } = options;
  const rig = openRig(on, plan.device.baud);
  const { clock, link, connect } = rig;
  const monitor = createMonitor({ clock, path: link.path, connect, device: plan.device });
  const jitter = rig.realTime ? watchHostJitter(clock) : undefined;
  try {
    monitor.start();
    const isOpen = await passWhile(rig, () => !link.hostOpen, { patience: OPEN_PATIENCE });
    if (!isOpen) throw new Error(`the monitor did not open ${link.path} within ${toSeconds(OPEN_PATIENCE)} s`);
    return await powered(options, { rig, monitor, jitter });
  } finally {
    jitter?.stop();
    await closeAll(rig, monitor);
  }
}

async function closeAll(rig: Rig, monitor: Monitor): Promise<void> {
  let isStopping = true;
  const stopped = monitor.stop().finally(() => {
    isStopping = false;
  });
  const isClosed = await passWhile(rig, () => isStopping, { patience: CLOSE_PATIENCE });
  rig.link.close('the run is over');
  if (!isClosed) throw new Error(`the monitor did not close its port within ${toSeconds(CLOSE_PATIENCE)} s`);
  await stopped;
}

interface Parts {
  readonly rig: Rig;
  readonly monitor: Monitor;
  readonly jitter: HostJitter | undefined;
}

/** From power-on to the last byte. */
async function powered({ plan, on, seed, end, trace, onProgress }: PlayOptions, { rig, monitor, jitter }: Parts): Promise<Played> {
  const thrown: unknown[] = [];
  const clock = createGuardedClock(rig.clock, (error) => thrown.push(error));
  const origin = clock.now();
  const patient = openPatient({ plan, clock, link: rig.link, seed, origin, end });
  const recorder = openRecorder({ plan, clock, origin, end, simulator: patient.simulator, monitor, link: rig.link, trace });
  const { bench, waves } = recorder;
  let firstFailureAt: Micros | undefined;
  const watched = watchExpectations({
    plan,
    bench,
    seed,
    on,
    hostLateness: ([from, to]) => jitter?.worstBetween(us(origin + from), us(origin + to)) ?? us(0),
    onFinding: ({ expectation, verdict }, at) => {
      if (verdict === 'fail') firstFailureAt ??= at;
      recorder.emit('runner', 'finding', { expectation, verdict });
    },
  });
  const tellProgress = (): void => onProgress?.({ atS: toSeconds(bench.now()), endS: toSeconds(end) });
  const stopProgress = every(clock, PROGRESS_PERIOD, 'progress', tellProgress);

  try {
    patient.start(({ at, label, command }) => {
      recorder.emit('runner', 'step', { label, command });
      bench.deed({ at, command });
    });
    await passWhile(rig, () => thrown.length === 0, { patience: us(origin + end - clock.now()), stride: seconds(1) });
    await rig.passUntil(us(clock.now() + rig.drain));
    if (thrown.length > 0) throw thrown[0];
    bench.rest();
    return { bench, waves, findings: watched.findings, firstFailureAt, hostLate: jitter?.worstBetween(origin, clock.now()) };
  } finally {
    stopProgress();
    patient.stop();
    recorder.close();
  }
}
