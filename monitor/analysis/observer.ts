/** Everything that is watched in a stream of frames, and what is said about it. Knows frames by their index only; see `pipeline.ts`. */
import { SENSED_ELECTRODES } from '../../firmware-protocol/index.ts';
import { type Alarms, createAlarms, resolveLimits, SIGNAL_LOST_AFTER_S } from '../alarms/index.ts';
import type { AlarmLimits } from '../contract.ts';
import type { LeadLabel, MonitorEvent } from '../events.ts';
import { createBeatClassifier } from './beat-classifier.ts';
import { createBeatLog } from './beat-log.ts';
import { createDetection } from './detection.ts';
import { createHeartRate } from './heart-rate.ts';
import { createQualityReport } from './quality-report.ts';
import { createRateReport } from './rate-report.ts';
import { createSignalWatch, type FrameFlags } from './signal-watch.ts';

const TICKS_PER_SECOND = 10;
/** A device may be empty for this long after power-up (3 s were seen) before that is an alarm. */
const START_UP_S = 5;

export interface Observer {
  /** Frames `from .. from + count` of a block; `index` is the stream index of the first. Never across a tick. */
  frames(mv: Float32Array, flags: FrameFlags, from: number, count: number, index: number): void;
  /** Frames that are missing, while detection may go on afterwards as if the signal had stood still. */
  hole(count: number, index: number): void;
  /** Detection begins anew at `index`. */
  restart(index: number): void;
  /** At every multiple of `tickFrames`. */
  tick(index: number): void;
  /** The clock says that data are absent since `since`; both in seconds of signal time. */
  lost(t: number, since: number, text?: string): void;
  /** Frames do not come as often as they should, so no rate is right: none is given. `null` when they do again. `t` as above. */
  wrongRate(t: number, text: string | null): void;
  /** Nothing follows: what waits for later beats is said now. */
  end(): void;
  readonly alarms: Alarms;
  readonly heartRate: number | null;
  readonly electrodesOff: number;
}

export interface ObserverOptions {
  readonly sampleRate: number;
  readonly tickFrames: number;
  readonly leads: readonly LeadLabel[];
  readonly limits: Partial<AlarmLimits>;
  readonly onEvent: (event: MonitorEvent) => void;
}

export function createObserver({ sampleRate, tickFrames, leads, limits, onEvent }: ObserverOptions): Observer {
  const onHole = (index: number): void => log.breakInterval(index / decimation);
  const watch = createSignalWatch({ sampleRate, leads, tickFrames, onHole });
  const alarms = createAlarms(resolveLimits(limits), onEvent);
  const heartRate = createHeartRate();
  const rateReport = createRateReport(heartRate, onEvent);
  const quality = createQualityReport(leads, onEvent);
  const onQrs = (at: number): void => log.add(at, usable, labels);
  const detection = createDetection({ sampleRate, leads: leads.length, blockMax: tickFrames, onQrs });
  const { rate, decimation, latency } = detection;
  const classifier = createBeatClassifier(detection.shapes);
  const onBeat = (t: number, interval: number | undefined): void => heartRate.beat(t, interval);
  const log = createBeatLog({ rate, decimation, classifier, onBeat, emit: onEvent });
  const muted = new Uint32Array(tickFrames);
  const allMuted = new Uint32Array(tickFrames).fill(2 ** leads.length - 1);
  const nothing = new Float32Array(tickFrames * leads.length);
  let labels = leads;
  let usable = watch.usable;
  let lastFrame = -1;
  let isTimeWrong = false;

  function restrict(): void {
    if (watch.usable === usable) return;
    usable = watch.usable;
    detection.restrict(usable);
    labels = leads.filter((_, lead) => (usable >>> lead) & 1);
  }

  function updateAlarms(t: number, isHeard: boolean): void {
    const since = Math.max(log.lastBeat, watch.heardSince / sampleRate);
    alarms.update(t, {
      rate: isHeard && !isTimeWrong ? heartRate.rate(t) : null,
      silence: { since, knownTo: t - latency / rate, beats: log.beats, usable: isHeard && usable !== 0 },
      electrodesOff: SENSED_ELECTRODES.filter((_, e) => (watch.electrodesOff >>> e) & 1),
      allLeadsOff: usable === 0,
    });
  }

  function judgeSilence(t: number, index: number): void {
    const silent = index - 1 - lastFrame;
    if (silent === 0) alarms.signalLost(t, null);
    else if (silent >= (lastFrame < 0 ? START_UP_S : SIGNAL_LOST_AFTER_S) * sampleRate) alarms.signalLost(t, (lastFrame + 1) / sampleRate);
  }

  function tick(index: number): void {
    const t = index / sampleRate;
    for (const change of watch.tick(index)) onEvent({ kind: 'lead', t, ...change });
    restrict();
    const isSecond = index % (tickFrames * TICKS_PER_SECOND) === 0;
    if (isSecond) {
      detection.second();
      quality.report(t, detection.quality, usable);
    }
    log.tick(index / decimation);
    // Some lead was heard not long ago: so the silence of a heart and the silence of a wire are not confused.
    const isHeard = watch.lastHeard >= 0 && index - watch.lastHeard <= SIGNAL_LOST_AFTER_S * sampleRate;
    if (isHeard && !isTimeWrong) rateReport.tick(t, detection.isRestless);
    else rateReport.blank(t);
    judgeSilence(t, index);
    updateAlarms(t, isHeard);
  }

  return {
    tick,
    alarms,
    frames(mv, flags, from, count, index) {
      watch.scan(mv, flags, from, count, index, muted);
      detection.run(mv, muted, from, count, index);
      lastFrame = index + count - 1;
    },
    hole: (count, index) => detection.run(nothing, allMuted, 0, count, index),
    restart(index) {
      detection.restart(index);
      classifier.reset();
    },
    lost(t, since, text) {
      rateReport.blank(t);
      alarms.signalLost(t, since, text);
      updateAlarms(t, false);
    },
    wrongRate(t, text) {
      isTimeWrong = text !== null;
      if (isTimeWrong) rateReport.blank(t);
      alarms.wrongRate(t, text);
    },
    end: () => log.tick(Number.POSITIVE_INFINITY),
    get heartRate() {
      return rateReport.shown;
    },
    get electrodesOff() {
      return watch.electrodesOff;
    },
  };
}
