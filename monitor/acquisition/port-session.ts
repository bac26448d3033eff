/**
 * One connection from open to close. Whatever the stream does, its owner hears of it once: bytes while it lasts, then that it is
 * lost. Afterwards the session is deaf, so a late event of an old connection cannot touch a new one.
 */
import type { SerialConnection } from '../contract.ts';

export type Loss = 'unplugged' | 'closed';

export interface SessionEvents {
  opened(): void;
  /** The attempt to open failed. */
  failed(error: Error): void;
  bytes(bytes: Uint8Array): void;
  /** It was open and is no longer, without having been asked. */
  lost(loss: Loss): void;
}

export interface PortSession {
  write(bytes: Uint8Array): void;
  /** No event comes any more; `done` is called once the port is closed, at once when it never opened. */
  close(done: () => void): void;
}

export function openSession(connect: () => SerialConnection, events: SessionEvents): PortSession {
  let state: 'opening' | 'open' | 'over' = 'opening';
  let connection: SerialConnection;
  let whenOpened: (() => void) | undefined;

  function over(then: () => void): void {
    if (state === 'over') return;
    state = 'over';
    then();
  }

  /** The stream may have ended while the port behind it is still open: never leave it so, a second open would find it busy. */
  function lose(loss: Loss): void {
    if (state === 'open') over(() => closeNow(() => events.lost(loss)));
  }

  function closeNow(done: () => void): void {
    if (!connection.isOpen) return done();
    connection.close(() => done()); // an error means that it is closed already
  }

  try {
    connection = connect();
  } catch (error) {
    over(() => queueMicrotask(() => events.failed(error instanceof Error ? error : new Error(String(error)))));
    return { write: () => {}, close: (done) => done() };
  }
  connection.on('data', (bytes: Uint8Array) => {
    if (state === 'open') events.bytes(bytes);
  });
  connection.on('error', () => {
    if (!connection.isOpen) lose('unplugged'); // an open port closes itself on an error and says so
  });
  connection.on('end', () => lose('closed'));
  connection.on('close', (error?: unknown) => lose(error ? 'unplugged' : 'closed'));
  connection.open((error) => {
    if (whenOpened) return whenOpened();
    if (error) return over(() => events.failed(error));
    state = 'open';
    events.opened();
  });

  return {
    write(bytes) {
      if (state === 'open' && connection.writable) connection.write(bytes);
    },
    close(done) {
      const opening = state === 'opening';
      state = 'over';
      if (opening) whenOpened = () => closeNow(done);
      else closeNow(done);
    },
  };
}
