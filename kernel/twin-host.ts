import type { TwinLine } from './twin-line.ts';
import type { Micros } from './units.ts';

/** What the host is told. Always from a clock event or from `unplug`, never from inside its own call. */
export interface TwinHostEvents {
  /** Once after each empty `read`. */
  readable(): void;
  /** Bytes left for the device: there is room. */
  writable(): void;
  /** Unplugged, or closed by the device's side. */
  gone(): void;
}

/** The host's end while it is open. Afterwards nothing can be read, nothing is taken. */
export interface TwinHost {
  /** What has arrived. Valid until the next turn; it stays until `take`. */
  read(): Uint8Array;
  take(count: number): void;
  /** How many were taken, from the front. */
  write(bytes: Uint8Array): number;
  /** Bytes not yet sent to the device. */
  readonly unsent: number;
  baud: number;
  sendBreak(): void;
  /** Forgets what was not read and what was not sent. */
  flush(): void;
  close(): void;
}

export interface Session {
  baud: number;
  readonly events: TwinHostEvents;
}

export interface SessionControl {
  isOn(session: Session): boolean;
  now(): Micros;
  sendBreak(): void;
  leave(): void;
}

export function createTwinHost(session: Session, line: TwinLine, control: SessionControl): TwinHost {
  const isOn = (): boolean => control.isOn(session);
  return {
    read: () => (isOn() ? line.toHost.read() : new Uint8Array()),
    take: (count) => isOn() && line.toHost.take(count),
    write: (bytes) => (isOn() ? line.toDevice.offer(bytes, control.now()) : 0),
    get unsent() {
      return isOn() ? line.toDevice.queued : 0;
    },
    get baud() {
      return session.baud;
    },
    set baud(value) {
      session.baud = value;
    },
    sendBreak: () => isOn() && control.sendBreak(),
    flush: () => isOn() && line.forget('all'),
    close: () => isOn() && control.leave(),
  };
}
