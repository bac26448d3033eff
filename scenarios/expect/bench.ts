import { type Cancel, type Clock, type Micros, seconds } from '../../kernel/index.ts';
import type { MonitorEvent } from '../../monitor/index.ts';
import type { SimulatorCommand, TruthEvent } from '../../simulator/index.ts';
import { createDetectionLog, type DetectionLog } from './detections.ts';
import { createTruthLog, type TruthLog } from './truth-log.ts';

/** Frames as both ends count them. */
export interface FrameCounts {
  /** Frames the device took, those that a fault kept off the line included. */
  readonly sent: number;
  readonly decoded: number;
  readonly lost: number;
  readonly gaps: number;
  readonly checksumErrors: number;
}

/** Something the scenario did to patient, body or link. */
export interface Deed {
  readonly at: Micros;
  readonly command: SimulatorCommand;
}

type EventOf<Kind extends MonitorEvent['kind']> = Extract<MonitorEvent, { kind: Kind }>;

/**
 * What an expectation sees: truth, deeds and the monitor's events as they arrive, all on the time of the scenario (zero is power-on).
 * It asks for instants, it never polls.
 */
export interface Bench {
  readonly end: Micros;
  /** Frames the device takes in a second of true time. */
  readonly sampleRate: number;
  now(): Micros;
  at(instant: Micros, label: string, run: () => void): Cancel;
  /** After the end, when what was on the wire has arrived. */
  atRest(run: () => void): void;
  on<Kind extends MonitorEvent['kind']>(kind: Kind, listener: (event: EventOf<Kind>, at: Micros) => void): void;
  onDeed(listener: (deed: Deed) => void): void;
  readonly truth: TruthLog;
  readonly detections: DetectionLog;
  readonly deeds: readonly Deed[];
  /** Signal time, as the monitor's events carry it, on the time of the scenario. */
  toScenario(signalS: number): Micros;
  /** What the monitor shows now. */
  readonly heartRate: number | null;
  readonly counts: FrameCounts;
}

/** The side of the bench that the runner, or a test with hand-made events, feeds. */
export interface BenchFeed extends Bench {
  monitor(event: MonitorEvent): void;
  patient(event: TruthEvent): void;
  deed(deed: Deed): void;
  rest(): void;
}

export interface BenchOptions {
  readonly clock: Clock;
  /** Clock time of power-on. */
  readonly origin: Micros;
  readonly end: Micros;
  readonly counts: () => FrameCounts;
  /** Frames per second as the device counts seconds. */
  readonly sampleRate?: number;
  /** The device's clock against true time: turns signal time of the monitor into scenario time. */
  readonly driftPpm?: number;
}

export function createBench({ clock, origin, end, counts, sampleRate = 500, driftPpm = 0 }: BenchOptions): BenchFeed {
  const truth = createTruthLog();
  const detections = createDetectionLog();
  const toScenario = (signalS: number): Micros => seconds(signalS / (1 + driftPpm / 1e6));
  const deeds: Deed[] = [];
  const listeners = new Map<string, ((event: never, at: Micros) => void)[]>();
  const deedListeners: ((deed: Deed) => void)[] = [];
  const resting: (() => void)[] = [];
  let heartRate: number | null = null;
  const now = (): Micros => (clock.now() - origin) as Micros;

  return {
    end,
    sampleRate: sampleRate * (1 + driftPpm / 1e6),
    now,
    truth,
    detections,
    toScenario,
    deeds,
    at: (instant, label, run) => clock.at((origin + instant) as Micros, label, run),
    atRest: (run) => void resting.push(run),
    on(kind, listener) {
      const known = listeners.get(kind) ?? [];
      listeners.set(kind, [...known, listener]);
    },
    onDeed: (listener) => void deedListeners.push(listener),
    monitor(event) {
      if (event.kind === 'hr') heartRate = event.bpm;
      if (event.kind === 'beat') detections.add(event, toScenario(event.t));
      for (const listener of listeners.get(event.kind) ?? []) listener(event as never, now());
    },
    patient: (event) => truth.add(event),
    deed(deed) {
      deeds.push(deed);
      for (const listener of deedListeners) listener(deed);
    },
    rest() {
      for (const run of resting) run();
    },
    get heartRate() {
      return heartRate;
    },
    get counts() {
      return counts();
    },
  };
}
