/**
 * What the console's server and page say to each other. Types and plain data only: the page imports this file too.
 * Times are microseconds of the simulator's clock, as in the truth stream.
 */
import type { DeviceProfile } from '../../firmware-protocol/index.ts';
import type { Micros } from '../../kernel/index.ts';
import type { NoiseSpec } from '../body/index.ts';
import type { RhythmSpec, SimulatorCommand, SimulatorState, SimulatorStats } from '../contract.ts';
import type { TruthEvent } from '../truth.ts';

/** Part of the socket's path: page and server of different versions must not meet (their parsers would only time out). */
export const SOCKET_PATH = '/socket/1';
/** Seconds of signal a new page gets at once, and the length of its strip. */
export const STRIP_SECONDS = 10;
/** Bytes of one preview frame: eight leads as int16 uV in the order of TRANSMITTED_LEADS, then the uint16 mask of connected electrodes. */
export const PREVIEW_FRAME_BYTES = 18;
/** In place of the mask: the device sent nothing at this instant. */
export const NO_FRAME = 0x8000;

export interface ConsoleFacts {
  readonly device: string;
  readonly profile: DeviceProfile;
  readonly seed: number;
  readonly path: string;
  readonly monitorUrl: string | null;
  readonly noises: readonly NoiseSpec[];
}

/** Lead II of a rhythm from the patient model, for the catalogue. */
export interface RhythmPreview {
  readonly sampleRate: number;
  readonly mv: readonly number[];
}

export interface CatalogueRow extends RhythmSpec {
  readonly preview: RhythmPreview | null;
}

/** One thing that was asked for. `pending` ends with what it waits for; `replaced` was overtaken by a newer request before that. */
export interface JournalEntry {
  readonly n: number;
  readonly command: SimulatorCommand;
  readonly group: 'patient' | 'body' | 'link';
  /** What changed and how, for people: `Ventricular rate`, from `80` to `110` `bpm`. */
  readonly what: string;
  readonly from: string | null;
  readonly to: string;
  readonly unit: string;
  readonly requestedAt: Micros;
  readonly appliedAt: Micros | null;
  /** A change of the heart shows at a beat, damage hits a frame. Null: in force at once. */
  readonly waitsFor: 'beat' | 'frame' | null;
  readonly status: 'pending' | 'applied' | 'replaced';
  /** Takes it back, where that is possible. */
  readonly undo: SimulatorCommand | null;
  /** The same thing as one step of a scenario file. */
  readonly yaml: string;
}

export interface LinkReport {
  readonly bytesPerS: number;
  readonly framesPerS: number;
  /** Share of the wire in use, 0..1. */
  readonly load: number;
  readonly lastFrame: FramePicture | null;
}

/** The last frame as it left, with its fields named. */
export interface FramePicture {
  readonly counter: number | null;
  readonly fields: readonly FrameField[];
}

export interface FrameField {
  readonly name: string;
  /** Two hex digits a byte; for a text protocol one readable token. */
  readonly bytes: readonly string[];
  /** False when the field's electrode is off. */
  readonly connected: boolean;
}

export interface Status {
  /** Steps of a scenario that make the state in which the first command was given. */
  readonly start: readonly string[];
  readonly state: SimulatorState;
  readonly stats: SimulatorStats;
  readonly link: LinkReport;
}

export interface Hello {
  readonly facts: ConsoleFacts;
  readonly status: Status;
  readonly journal: readonly JournalEntry[];
  readonly truth: readonly TruthEvent[];
}

export type CommandAnswer =
  | { readonly ok: true; readonly entry: JournalEntry; readonly state: SimulatorState }
  | { readonly ok: false; readonly error: string };

export interface ServerEvents {
  hello: (hello: Hello) => void;
  status: (status: Status) => void;
  truth: (events: readonly TruthEvent[]) => void;
  journal: (entry: JournalEntry) => void;
  /** Preview frames in a row, the first at `at`: see PREVIEW_FRAME_BYTES. Little endian. */
  wave: (at: Micros, frames: Uint8Array) => void;
}

export interface ClientEvents {
  command: (command: unknown, answer: (answer: CommandAnswer) => void) => void;
}
