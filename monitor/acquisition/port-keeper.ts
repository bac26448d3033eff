/**
 * Keeps one port open for as long as it is wanted: opens it, reopens it when it vanishes, and when it falls silent. The silence
 * matters: when a cable is pulled in the middle of a read, the native reader of `serialport` can spin for ever without a word
 * (serialport/bindings-cpp#162), and closing the port is what ends it. Never two opens at once.
 */
import { type Cancel, type Clock, type Micros, ms } from '../../kernel/index.ts';
import type { SerialConnection } from '../contract.ts';
import { createBackOff } from './back-off.ts';
import { type Loss, openSession, type PortSession } from './port-session.ts';

/** No byte for so long on an open port: close it and open it again. */
const STALL_AFTER = ms(1000);
/** A close that has not answered by then is given up. */
const CLOSE_PATIENCE = ms(1000);

export interface PortEvents {
  opened(): void;
  /** An attempt to open failed; another one follows. */
  failed(error: Error): void;
  bytes(bytes: Uint8Array, at: Micros): void;
  /** The port is not open any more, `stalled`: because it was silent. It will be opened again. */
  lost(loss: Loss | 'stalled'): void;
}

export interface PortKeeper {
  start(): void;
  write(bytes: Uint8Array): void;
  /** Resolves when the port is closed. Nothing happens afterwards. */
  stop(): Promise<void>;
}

export interface PortKeeperOptions {
  readonly clock: Clock;
  readonly connect: () => SerialConnection;
  readonly events: PortEvents;
}

export function createPortKeeper({ clock, connect, events }: PortKeeperOptions): PortKeeper {
  const backOff = createBackOff();
  let session: PortSession | undefined;
  let stopped = false;
  let heardAt = 0 as Micros;
  let cancelRetry: Cancel | undefined;
  let cancelWatch: Cancel | undefined;

  const after = (span: Micros, label: string, run: () => void): Cancel => clock.at((clock.now() + span) as Micros, label, run);

  function retry(): void {
    session = undefined;
    if (!stopped) cancelRetry = after(backOff.next(), 'port.retry', open);
  }

  /** Closes the session; `done` once, when it is closed or its time is up. */
  function close(closing: PortSession, done: () => void): void {
    let isDone = false;
    const finish = (): void => {
      if (isDone) return;
      isDone = true;
      giveUp();
      done();
    };
    const giveUp = after(CLOSE_PATIENCE, 'port.close', finish);
    closing.close(finish);
  }

  function watch(): void {
    cancelWatch = clock.at((heardAt + STALL_AFTER) as Micros, 'port.stall', () => {
      if (clock.now() - heardAt < STALL_AFTER) return watch();
      const silent = session;
      if (!silent) return;
      events.lost('stalled');
      close(silent, retry);
    });
  }

  function open(): void {
    session = openSession(connect, {
      opened() {
        heardAt = clock.now();
        watch();
        events.opened();
      },
      failed(error) {
        events.failed(error);
        retry();
      },
      bytes(bytes) {
        heardAt = clock.now();
        backOff.reset();
        events.bytes(bytes, heardAt);
      },
      lost(loss) {
        cancelWatch?.();
        events.lost(loss);
        retry();
      },
    });
  }

  return {
    start: open,
    write: (bytes) => session?.write(bytes),
    stop() {
      stopped = true;
      cancelRetry?.();
      cancelWatch?.();
      const last = session;
      session = undefined;
      return new Promise((resolve) => (last ? close(last, resolve) : resolve()));
    },
  };
}
