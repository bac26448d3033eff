/** Two ends of a serial line inside the process, on one clock: the device is wired to its end, a host opens and closes the other. */
import type { ByteLink, LinkEvent } from './byte-link.ts';
import { createListeners } from './listeners.ts';
import { createTwinHost, type Session, type SessionControl, type TwinHost, type TwinHostEvents } from './twin-host.ts';
import { createTwinLine, type TwinPortOptions } from './twin-line.ts';
import type { Micros } from './units.ts';

export type { TwinHost, TwinHostEvents } from './twin-host.ts';
export type { TwinPortOptions } from './twin-line.ts';

export interface TwinDevice extends ByteLink {
  /** `at`: when the bytes were ready, for a device that is late on a real clock. With no host on the line they are accepted and lost. */
  write(bytes: Uint8Array, at?: Micros): { accepted: number };
  readonly hostOpen: boolean;
  /** The baud rate the host has set; undefined while it is closed. */
  readonly hostBaud: number | undefined;
  /** Bytes that found the queue full. */
  readonly lost: number;
  /** Bytes sent while nobody listened, or never read. */
  readonly discarded: number;
}

export interface TwinPort {
  readonly device: TwinDevice;
  readonly plugged: boolean;
  open(baud: number, events: TwinHostEvents): TwinHost | 'unplugged' | 'busy';
  unplug(): void;
  replug(): void;
}

export function createTwinPort(options: TwinPortOptions): TwinPort {
  const { clock } = options;
  const bytesHeard = createListeners<[Uint8Array, Micros]>();
  const eventHeard = createListeners<[LinkEvent, Micros]>();
  const tell = (event: LinkEvent): void => eventHeard.tell(event, clock.now());
  const line = createTwinLine(options, {
    readable: () => session?.events.readable(),
    bytes: bytesHeard.tell,
    writable: () => session?.events.writable(),
  });
  const control: SessionControl = { isOn: (asking) => asking === session, now: () => clock.now(), sendBreak: () => tell('break'), leave };
  let session: Session | undefined;
  let plugged = true;
  let closed = false;

  function leave(): void {
    if (!session) return;
    session = undefined;
    line.forget('unread');
    line.toHost.rest();
    tell('closed');
  }

  /** The line is cut: both directions lose what was under way. */
  function cut(): void {
    const events = session?.events;
    leave();
    line.forget('all');
    events?.gone();
  }

  function write(bytes: Uint8Array, at = clock.now()): { accepted: number } {
    if (closed) return { accepted: 0 };
    if (!session) {
      line.discard(bytes.length);
      return { accepted: bytes.length };
    }
    const accepted = line.toHost.offer(bytes, at);
    if (accepted < bytes.length) tell('overrun');
    return { accepted };
  }

  function close(): void {
    if (closed) return;
    closed = true;
    cut();
    bytesHeard.clear();
    eventHeard.clear();
  }

  return {
    device: {
      write,
      close,
      onBytes: bytesHeard.add,
      onEvent: eventHeard.add,
      get hostOpen() {
        return session !== undefined;
      },
      get hostBaud() {
        return session?.baud;
      },
      get lost() {
        return line.toHost.lost;
      },
      get discarded() {
        return line.discarded;
      },
    },
    open(baud, events) {
      if (!plugged || closed) return 'unplugged';
      if (session) return 'busy';
      const opened: Session = { baud, events };
      session = opened;
      tell('opened');
      return createTwinHost(opened, line, control);
    },
    unplug() {
      if (!plugged) return;
      plugged = false;
      cut();
      tell('unplugged');
    },
    replug() {
      plugged = true;
    },
    get plugged() {
      return plugged;
    },
  };
}
