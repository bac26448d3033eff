/**
 * A device on a real pseudo-terminal: any program opens its path as a serial port. A pty has no speed and no size worth the name, so
 * both directions are paced and bounded by our wires; what the host sets is read back from the terminal.
 */
import { type Cancel, type Clock, createListeners, type Micros, ms, type Release } from '../../kernel/index.ts';
import type { CountedLink } from './counted-link.ts';
import { createHostWatch } from './host-watch.ts';
import { openPtyMaster, type PtyMaster } from './pty-ffi.ts';
import { createPtyPump } from './pty-pump.ts';
import { createStableSymlink } from './stable-symlink.ts';

export interface PtyLinkOptions {
  /** The system clock: a terminal knows no other. */
  readonly clock: Clock;
  readonly baud: number;
  /** Default: a free name under the folder for temporary files. */
  readonly symlink?: string;
  /** How often the terminal is looked at, which is the granularity of bytes, opens and closes. Default 2 ms. */
  readonly pollMs?: number;
  readonly release?: Release;
  /** Bytes queued here towards a host that does not read; the kernel holds some 20,000 more. */
  readonly capacity?: number;
}

/**
 * `clean`: after 10 ms of silence. A read that the host has in progress at the hang-up returns nothing, and the native binding of
 * serialport then spins for ever without a 'close' (serialport/bindings-cpp, issue 162). `mid-burst` hangs up at once, and may do that.
 */
export type Unplug = 'clean' | 'mid-burst';

export interface PtyLink extends CountedLink {
  unplug(how?: Unplug): void;
  /** The terminal behind `path` at the moment; undefined while unplugged. */
  readonly devicePath: string | undefined;
}

const POLL_MS = 2;
const QUIET = ms(10);
/** serialport and pyserial flush within a millisecond of opening, unless the machine is busy. */
const SETTLE = ms(20);

export function openPtyLink({ clock, baud, symlink: path, pollMs = POLL_MS, ...wire }: PtyLinkOptions): PtyLink {
  const bytesHeard = createListeners<[Uint8Array, Micros]>();
  const eventHeard = createListeners<['opened' | 'closed', Micros]>();
  const pump = createPtyPump({ baud, ...wire }, bytesHeard.tell);
  const watch = createHostWatch(SETTLE);
  const symlink = createStableSymlink(path);
  let pty: PtyMaster | undefined;
  let discarded = 0;
  let closed = false;
  let nextLook: Cancel | undefined;
  /** Set while a clean unplug waits for silence. */
  let leaving: Cancel | undefined;

  function plug(): void {
    pty = openPtyMaster();
    symlink.point(pty.slavePath);
  }

  function tell(event: 'opened' | 'closed' | undefined): void {
    if (event === undefined) return;
    discarded += pump.toHost.clear(); // no host gets bytes of another one's time
    if (event === 'closed') pty?.discardUnread();
    eventHeard.tell(event, clock.now());
  }

  function look(): void {
    const now = clock.now();
    nextLook = clock.at((now + ms(pollMs)) as Micros, 'pty.look', look);
    const hasHost = pty?.hasHost() ?? false;
    const settling = hasHost && !watch.open;
    pump.receive(settling ? undefined : pty, now); // first what the host wrote, then that it left
    tell(watch.look(hasHost, now));
    if (pty && watch.open && !leaving) pump.send(pty, now);
  }

  function hangUp(): void {
    leaving?.();
    leaving = undefined;
    symlink.remove();
    pty?.close();
    pty = undefined;
    discarded += pump.clear();
    tell(watch.forget());
  }

  plug();
  look();

  return {
    path: symlink.path,
    write(bytes, at = clock.now()) {
      if (closed) return { accepted: 0 };
      if (!pty || !watch.open || leaving) {
        discarded += bytes.length;
        return { accepted: bytes.length };
      }
      if (bytes.length > pump.toHost.room) pump.send(pty, clock.now());
      return { accepted: pump.toHost.offer(bytes, at) };
    },
    onBytes: bytesHeard.add,
    onEvent: eventHeard.add,
    unplug(how = 'clean') {
      const quietAt = (pump.lastSent + QUIET) as Micros;
      if (how === 'clean' && clock.now() < quietAt) leaving ??= clock.at(quietAt, 'pty.unplug', hangUp);
      else hangUp();
    },
    replug() {
      if (leaving) hangUp();
      if (!pty && !closed) plug();
    },
    close() {
      if (closed) return;
      closed = true;
      nextLook?.();
      hangUp();
      bytesHeard.clear();
      eventHeard.clear();
    },
    get devicePath() {
      return pty?.slavePath;
    },
    get hostOpen() {
      return watch.open;
    },
    get hostBaud() {
      return watch.open ? pty?.baud() : undefined;
    },
    get lost() {
      return pump.toHost.lost;
    },
    get discarded() {
      return discarded;
    },
  };
}
