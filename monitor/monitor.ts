/** The monitor: acquisition, measurement, display and alarms on one port. */
import { type Cancel, createListeners, type Micros, seconds } from '../kernel/index.ts';
import { createAcquisition } from './acquisition/index.ts';
import { resolveLimits, SIGNAL_LOST_AFTER_S } from './alarms/index.ts';
import { DEFAULT_DISPLAY } from './analysis/index.ts';
import type { ConnectionState, Monitor, MonitorOptions, WaveBlock } from './contract.ts';
import type { MonitorEvent } from './events.ts';
import { createFrameIntake } from './frame-intake.ts';
import { statusOf } from './status.ts';

/** A device that has said nothing by then is as good as lost. */
const FIRST_FRAME_WITHIN = seconds(3);
/** The newest frame is older than this: what is shown is not the present. */
const STALE_AFTER = seconds(0.5);

/** Throws a RangeError when a limit or the display filter is out of range; nothing is opened before `start`. */
export function createMonitor(options: MonitorOptions): Monitor {
  const { clock, path, connect, device } = options;
  const limits = resolveLimits(options.limits);
  const events = createListeners<[MonitorEvent]>();
  const waves = createListeners<[WaveBlock]>();
  let display = options.display ?? DEFAULT_DISPLAY;
  let profile = device;
  let intake = prepare();
  let running = false;
  let everLive = false;
  let cancelWatch: Cancel | undefined;

  function prepare() {
    return createFrameIntake({ profile, limits, display, onEvent: events.tell, onWave: waves.tell });
  }

  const acquisition = createAcquisition({
    clock,
    path,
    connect,
    device,
    onLink: events.tell,
    onFrames(block, inForce) {
      if (inForce.sampleRate !== profile.sampleRate) {
        profile = inForce;
        intake = prepare();
      }
      everLive = true;
      intake.take(block);
    },
    onWrongRate(found) {
      const text = found === null ? null : `${Math.round(found)} frames a second, ${profile.sampleRate} expected: rates are wrong`;
      intake.pipeline.wrongRate(acquisition.stream.now(), text);
    },
  });

  /** Bytes without a frame among them have another cause than no bytes. */
  function tellLoss(since: number): void {
    const text = acquisition.isHeard ? 'bytes but no frames: wrong baud rate, or another device' : undefined;
    intake.pipeline.lost(acquisition.stream.now(), since, text);
  }

  /** Frames stop without a word: the clock has to notice. One look per outage, and one timer while frames come. */
  function watch(due: Micros): void {
    cancelWatch = clock.at(due, 'monitor.silence', () => {
      const { last } = acquisition.stream;
      const limit = seconds(SIGNAL_LOST_AFTER_S);
      const silentFor = last ? clock.now() - last.at : Number.POSITIVE_INFINITY;
      if (silentFor >= limit) tellLoss(last?.t ?? 0);
      watch((silentFor >= limit || !last ? clock.now() + limit : last.at + limit) as Micros);
    });
  }

  function connection(): ConnectionState {
    if (!running) return 'offline';
    if (!acquisition.isOpen) return 'reconnecting';
    const { last } = acquisition.stream;
    return last && clock.now() - last.at <= STALE_AFTER ? 'live' : 'stale';
  }

  return {
    start() {
      if (running) return;
      running = true;
      acquisition.start();
      watch((clock.now() + FIRST_FRAME_WITHIN) as Micros);
    },
    firstOpen: () => acquisition.firstOpen,
    setDisplay(filter) {
      intake.display.setFilter(filter);
      display = filter;
    },
    onEvent: events.add,
    onWave: waves.add,
    acknowledge: (alarm) => intake.pipeline.alarms.acknowledge(alarm, acquisition.stream.now()),
    get status() {
      return { ...statusOf(acquisition, intake, everLive), path, connection: connection(), display, limits };
    },
    async stop() {
      running = false;
      cancelWatch?.();
      await acquisition.stop();
    },
  };
}
