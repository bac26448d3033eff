/**
 * A device behind a port of `@serialport/binding-mock`, so that suites pinned to that package get a far end, a baud rate and an unplug.
 * The mock is handed in: it is no dependency of the product.
 */
import { createTwinPort, type TwinHost, type TwinPort } from '../../kernel/index.ts';
import { disconnected, lockedPort, missingPort } from './binding-errors.ts';
import type { CountedLink } from './counted-link.ts';
import { createPendingIo, type PendingIo } from './pending-io.ts';
import type { BindingOpenOptions, BindingPort } from './serial-types.ts';
import { createTwinDoor } from './twin-door.ts';
import type { TwinLinkOptions } from './twin-link.ts';

/** What we use of a `MockPortBinding`. */
export interface MockPort extends BindingPort {
  emitData(data: Buffer): void;
  readonly port: { readonly data: Buffer };
}

/** What we use of `MockBinding`. */
export interface MockBindingLike {
  open(options: BindingOpenOptions): Promise<MockPort>;
}

export interface MockLinkOptions extends TwinLinkOptions {
  /** `MockBinding`; its port must have been made with `createPort(path)`. */
  readonly mock: MockBindingLike;
  readonly path: string;
}

/** The mock joins its buffers anew for every piece, so we hand it no more than this while nobody reads. */
const UNREAD_BYTES_MAX = 4096;

/** A read that waits inside the mock. It has no other way to learn that the cable is out. */
function failRead(mock: MockPort, error: Error): void {
  const waiting = mock as { pendingRead?: ((error: Error) => void) | null };
  waiting.pendingRead?.(error);
  waiting.pendingRead = null;
}

/** Puts our port behind an open mock port: what comes is emitted, what is written goes on the wire. */
function wire(mock: MockPort, port: TwinPort, baud: number): void {
  let gone = false;
  const opened = port.open(baud, {
    readable: () => pump(),
    writable: () => io.writable(),
    gone() {
      gone = true;
      io.fail(disconnected());
      failRead(mock, disconnected());
    },
  });
  if (typeof opened === 'string') throw lockedPort();
  const host: TwinHost = opened;
  const io: PendingIo = createPendingIo(host);
  const own = { read: mock.read.bind(mock), write: mock.write.bind(mock), close: mock.close.bind(mock), update: mock.update.bind(mock) };

  function pump(): void {
    while (mock.isOpen && mock.port.data.length < UNREAD_BYTES_MAX) {
      const come = host.read();
      if (come.length === 0) return;
      mock.emitData(Buffer.from(come));
      host.take(come.length);
    }
  }

  mock.read = async (buffer, offset, length) => {
    if (gone) throw disconnected();
    pump();
    return own.read(buffer, offset, length);
  };
  mock.write = async (buffer) => {
    if (gone) throw disconnected();
    await own.write(buffer);
    await io.write(Buffer.from(buffer));
  };
  mock.update = async (options) => {
    await own.update(options);
    host.baud = options.baudRate;
  };
  mock.close = async () => {
    await own.close();
    host.close();
  };
}

/** Hooks `mock.open` for one path until the link is closed. */
export function createMockLink({ mock, path, ...options }: MockLinkOptions): CountedLink {
  const port = createTwinPort(options);
  const open = mock.open.bind(mock);
  const unhooked = Reflect.get(mock, 'open');
  mock.open = async (asked) => {
    if (asked.path !== path) return open(asked);
    if (!port.plugged) throw missingPort(path);
    const opened = await open(asked);
    wire(opened, port, asked.baudRate);
    return opened;
  };
  return createTwinDoor(port, path, () => {
    mock.open = unhooked;
  });
}
