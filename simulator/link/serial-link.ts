/** A device on a physical serial port: a loopback cable, or a real host on the far end. Same pacing, so that one run behaves as another. */
import { SerialPort } from 'serialport';
import { type Cancel, type Clock, createListeners, createWire, type Micros, ms, type Release } from '../../kernel/index.ts';
import type { CountedLink } from './counted-link.ts';

export interface SerialLinkOptions {
  readonly clock: Clock;
  readonly path: string;
  readonly baud: number;
  readonly pollMs?: number;
  readonly release?: Release;
  readonly capacity?: number;
}

const POLL_MS = 2;
const RETRY = ms(500);
/** What the driver may hold: more would only hide that the far end is slower. */
const UNSENT_BYTES_MAX = 4096;

/** What went wrong, and what to do about it. The native binding has texts only. */
function sentence(path: string, { message }: Error): string {
  if (/no such file|file not found/i.test(message))
    return `no serial port ${path}: plug the adapter in, and see which ports there are with: heartloop ports`;
  if (/lock|busy|access denied/i.test(message))
    return `serial port ${path} is busy: close the program that holds it, or choose another port`;
  if (/permission denied/i.test(message))
    return `no permission to open ${path}: add yourself to the group that owns it (often dialout) and log in again`;
  return `cannot open serial port ${path}: ${message}`;
}

function openPort(path: string, baudRate: number): Promise<SerialPort> {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  return new Promise((resolve, reject) =>
    port.open((error) => (error ? reject(new Error(sentence(path, error), { cause: error })) : resolve(port))),
  );
}

/**
 * Rejects with one sentence when the port is missing, busy or forbidden. On a physical line nobody can tell whether a host listens:
 * `hostOpen` says that our own port is open. After an unplug, or when the adapter is pulled, `replug` (or time) opens the path again.
 */
export async function openSerialLink({ clock, path, baud, pollMs = POLL_MS, ...wire }: SerialLinkOptions): Promise<CountedLink> {
  const bytesHeard = createListeners<[Uint8Array, Micros]>();
  const eventHeard = createListeners<['opened' | 'closed', Micros]>();
  const toHost = createWire({ baud, ...wire });
  let port: SerialPort | undefined;
  let plugged = true;
  let closed = false;
  let opening = false;
  let discarded = 0;
  let next: Cancel | undefined;
  const again = (span: Micros, run: () => void): void => void (next = clock.at((clock.now() + span) as Micros, 'serial.look', run));

  function attach(opened: SerialPort): void {
    port = opened;
    opened.on('data', (bytes: Buffer) => bytesHeard.tell(bytes, clock.now()));
    opened.on('error', () => lose(opened)); // a failed write: the adapter is gone
    opened.on('close', () => lose(opened));
  }

  function lose(which: SerialPort): void {
    if (port !== which) return;
    port = undefined;
    if (which.isOpen) which.close(() => undefined);
    discarded += toHost.clear();
    eventHeard.tell('closed', clock.now());
  }

  function look(): void {
    if (!plugged || opening) return;
    if (!port) return void reopen();
    const now = clock.now();
    const due = toHost.due(now);
    if (due.length > 0 && port.writableLength < UNSENT_BYTES_MAX) {
      port.write(Buffer.from(due));
      toHost.take(due.length, now);
    }
    again(ms(pollMs), look);
  }

  async function reopen(): Promise<void> {
    opening = true;
    const opened = await openPort(path, baud).catch(() => undefined);
    opening = false;
    if (!plugged) return opened?.close(() => undefined);
    if (!opened) return again(RETRY, look);
    attach(opened);
    eventHeard.tell('opened', clock.now());
    look();
  }

  function unplug(): void {
    plugged = false;
    next?.();
    if (port) lose(port);
  }

  attach(await openPort(path, baud));
  look();

  return {
    path,
    write(bytes, at = clock.now()) {
      if (closed) return { accepted: 0 };
      if (port) return { accepted: toHost.offer(bytes, at) };
      discarded += bytes.length;
      return { accepted: bytes.length };
    },
    onBytes: bytesHeard.add,
    onEvent: eventHeard.add,
    unplug,
    replug() {
      if (plugged || closed) return;
      plugged = true;
      look();
    },
    close() {
      closed = true;
      unplug();
      bytesHeard.clear();
      eventHeard.clear();
    },
    get hostOpen() {
      return port !== undefined;
    },
    hostBaud: undefined,
    get lost() {
      return toHost.lost;
    },
    get discarded() {
      return discarded;
    },
  };
}
