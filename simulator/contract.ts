/** The doors between the rooms of the simulator: patient -> body -> device -> link. */
import type { Electrode } from '../firmware-protocol/index.ts';
import type { Cancel, Micros } from '../kernel/index.ts';
import type { TruthEvent, TruthListener } from './truth.ts';

/** Sets a number of the running rhythm, in the unit the catalogue gives: `rate` bpm, `hrv` ms, ... */
export type ParamValues = Readonly<Record<string, number>>;

export interface ParamSpec {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
}

/** A row of the catalogue (`heartloop rhythms`). */
export interface RhythmSpec {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  /** One line for people: what is seen on the strip. */
  readonly about: string;
  readonly params: readonly ParamSpec[];
  /** What a monitor should report: alarm ids, or empty. */
  readonly expected: readonly string[];
}

/**
 * The heart: eight leads in mV over patient time, streamed in frames of a fixed rate. Deterministic: seed and the order of calls
 * give the samples; how many frames are asked for at once changes nothing.
 */
export interface Patient {
  /** Patient time of the next frame. */
  readonly now: Micros;
  /** Writes `count` frames, frame-major (`out[i * 8 + lead]`, order of TRANSMITTED_LEADS, mV against Wilson's terminal). */
  render(out: Float32Array, count: number): void;
  /** Takes effect at the next beat the rhythm schedules, without a jump in the signal. Throws a RangeError that names the accepted range. */
  setRhythm(id: string, params?: ParamValues): void;
  setParams(params: ParamValues): void;
  onTruth(listener: TruthListener): Cancel;
}

/** Levels of noise: `wander` mV peak, `mains` mV peak, `emg` uV rms. */
export type NoiseId = 'wander' | 'mains' | 'emg';

/** Skin, wires and what disturbs them: electrode potentials from leads, faults on electrodes, leads again. */
export interface Body {
  /** In place: leads as the electrodes would give them, plus `connected` masks and rails (NaN never leaves). Frame-major as in Patient.render. */
  process(leads: Float32Array, connected: Uint16Array, count: number, at: Micros): void;
  setNoise(id: NoiseId, level: number): void;
  setElectrode(electrode: Electrode, state: 'on' | 'off'): void;
  swap(pair: readonly [Electrode, Electrode] | null): void;
}

/** What can be asked of a running simulator, by console, scenario, command line alike. */
export type SimulatorCommand =
  | { readonly do: 'rhythm'; readonly id: string; readonly params?: ParamValues }
  | { readonly do: 'set'; readonly params: ParamValues }
  | { readonly do: 'noise'; readonly id: NoiseId; readonly level: number }
  | { readonly do: 'electrode'; readonly electrode: Electrode; readonly state: 'on' | 'off' }
  | { readonly do: 'swap'; readonly electrodes: readonly [Electrode, Electrode] | null }
  | { readonly do: 'unplug' }
  | { readonly do: 'replug' }
  /** Power stays, bytes stop (`mute`), and come again. */
  | { readonly do: 'mute'; readonly muted: boolean }
  | { readonly do: 'fault'; readonly fault: LinkFault };

/**
 * Damage to the byte stream, placed by frame: takes effect on the next frame sent, one fault a frame in the order they were asked for.
 * Journalled and counted.
 */
export type LinkFault =
  /** `at`: byte of the frame, 7 when not given. `flip-bit` turns the lowest bit of that byte. */
  | { readonly kind: 'drop-byte' | 'insert-byte' | 'flip-bit' | 'stray-start' | 'bad-checksum'; readonly at?: number }
  /** The next `frames` frames are lost (the counter runs on), or sent twice each. */
  | { readonly kind: 'drop-frames' | 'repeat-frames'; readonly frames: number }
  /** Every sample of every lead held at one value plus 1..3 LSB of noise, or at a rail. */
  | { readonly kind: 'constant'; readonly counts: number; readonly noiseLsb: number; readonly on: boolean };

/** A fault that took effect. */
export interface FaultEvent {
  /** Patient time of the first frame it hit. */
  readonly at: Micros;
  /** That frame, counted from power-on: the low bits are its counter on the wire. */
  readonly frame: number;
  readonly fault: LinkFault;
}

export interface SimulatorStats {
  readonly framesSent: number;
  readonly bytesSent: number;
  readonly bytesRefused: number;
  readonly faultsInjected: number;
}

export interface SimulatorState {
  readonly rhythm: string;
  readonly params: ParamValues;
  readonly noise: Readonly<Record<NoiseId, number>>;
  readonly electrodesOff: readonly Electrode[];
  readonly swapped: readonly [Electrode, Electrode] | null;
  readonly plugged: boolean;
  readonly muted: boolean;
  readonly hostOpen: boolean;
  /** Baud the host has set, where the link can know it. */
  readonly hostBaud: number | undefined;
  /** Patient time of the next frame; the clock's time minus that of `start`. */
  readonly at: Micros;
}

/** Patient, body and device on one link and one clock. */
export interface Simulator {
  /** Powers the device. */
  start(): void;
  /** Throws a RangeError (bad value) with one clear sentence. Returns when it is applied to the patient, body or link. */
  command(command: SimulatorCommand): void;
  onTruth(listener: (event: TruthEvent) => void): Cancel;
  /**
   * Each block of frames as the converter gives it while the device has power, also those that mute or a fault keep off the line: for
   * previews, truth files and identity tests. Counts, frame-major; valid during the call. `at`: patient time of the first frame.
   */
  onFrames(listener: (frames: { samples: Uint16Array; connected: Uint16Array; count: number; at: Micros }) => void): Cancel;
  /** Each run of bytes as it is handed to the link, after faults: for byte files and the console. Valid during the call. */
  onBytes(listener: (bytes: Uint8Array, at: Micros) => void): Cancel;
  /** The journal of faults, each when it takes effect. */
  onFault(listener: (event: FaultEvent) => void): Cancel;
  readonly state: SimulatorState;
  readonly stats: SimulatorStats;
  stop(): void;
}

/** The far end the device is plugged into: a twin port, a pty, a real port. */
export interface DeviceLink {
  /**
   * Bytes are queued here and leave at wire speed. `at`: when they were ready, if that was before now (a late tick on a real clock):
   * the wire then counts from there, and nothing stays late.
   */
  write(bytes: Uint8Array, at?: Micros): { accepted: number };
  onBytes(listener: (bytes: Uint8Array, at: Micros) => void): Cancel;
  onEvent(listener: (event: 'opened' | 'closed', at: Micros) => void): Cancel;
  /** The cable leaves the socket; the host sees its port vanish. */
  unplug(): void;
  replug(): void;
  /** What a client opens: a path for ptys and ports, an id for twin ports. */
  readonly path: string;
  readonly hostOpen: boolean;
  /** Baud the host has set, where it can be known. */
  readonly hostBaud: number | undefined;
  close(reason: string): void;
}
