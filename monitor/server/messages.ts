/** What the server and its pages say to each other over socket.io. A leaf: both ends import it, it imports types only. */
import type { AlarmId, DisplayFilter, MonitorEvent, MonitorStatus } from '../index.ts';

/** The version is in the path: a page of another version finds nothing there instead of talking past the server. */
export const SOCKET_PATH = '/live/1/';
/** A status comes at least this often: a page that hears none knows that the server is gone before the socket does. */
export const STATUS_MS = 500;
/** Heart rates kept for a page that has just come, one a second, oldest first. */
export const TREND_SECONDS = 60;

/** Whose heart it is. Only for showing: the monitor itself knows no patient. */
export interface PatientLabel {
  readonly name: string;
  /** As in `58 M · Bed 4`. */
  readonly detail?: string;
  readonly id?: string;
}

/** An event and when the server heard of it, in milliseconds since 1970. */
export interface DatedEvent {
  readonly at: number;
  readonly event: MonitorEvent;
}

export interface StatusMessage {
  readonly status: MonitorStatus;
  /** When the server heard that a standing alarm began, by alarm id, in milliseconds since 1970. */
  readonly since: Readonly<Record<string, number>>;
}

export interface Hello extends StatusMessage {
  readonly patient: PatientLabel | null;
  readonly simulated: boolean;
  readonly trend: readonly (number | null)[];
  /** Of alarms and the link, oldest first, then the beats of the last minute, then the newest word on rhythms and measurements. */
  readonly recent: readonly DatedEvent[];
}

export type Answer = { readonly ok: true } | { readonly ok: false; readonly error: string };

export interface ServerEvents {
  hello: (hello: Hello) => void;
  status: (message: StatusMessage) => void;
  event: (dated: DatedEvent) => void;
  /** One or more frames of wave-frame.ts. Volatile: a page that does not keep up loses pictures, and sees that it did. */
  wave: (frames: Uint8Array) => void;
  /** The waves of the last seconds, once, after the hello. */
  past: (frames: Uint8Array) => void;
}

export interface PageEvents {
  acknowledge: (alarm: AlarmId, answer: (answer: Answer) => void) => void;
  display: (filter: DisplayFilter, answer: (answer: Answer) => void) => void;
}
