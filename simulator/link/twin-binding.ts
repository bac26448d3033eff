/**
 * The host's side of a twin port as a serialport binding, so that an unmodified `SerialPortStream` opens it. No timers of its own:
 * what waits is woken by the port, on the port's clock.
 */
import type { TwinHost, TwinPort } from '../../kernel/index.ts';
import { canceled, disconnected, lockedPort, missingPort, notOpen } from './binding-errors.ts';
import { createPendingIo, type PendingIo } from './pending-io.ts';
import type { Binding, BindingOpenOptions, BindingPort } from './serial-types.ts';

const DEFAULTS = {
  dataBits: 8,
  lock: true,
  stopBits: 1,
  parity: 'none',
  rtscts: false,
  xon: false,
  xoff: false,
  xany: false,
  hupcl: true,
} as const;

type State = 'open' | 'gone' | 'closed';

function openTwin(port: TwinPort, options: BindingOpenOptions): BindingPort {
  let state: State = 'open';
  const opened = port.open(options.baudRate, {
    readable: () => io.readable(),
    writable: () => io.writable(),
    gone() {
      state = 'gone';
      io.fail(disconnected());
    },
  });
  if (opened === 'unplugged') throw missingPort(options.path);
  if (opened === 'busy') throw lockedPort();
  const host: TwinHost = opened;
  const io: PendingIo = createPendingIo(host);

  function mustBeOpen(): void {
    if (state === 'closed') throw notOpen();
    if (state === 'gone') throw disconnected();
  }

  return {
    openOptions: { ...DEFAULTS, ...options },
    get isOpen() {
      return state !== 'closed';
    },
    async close() {
      if (state === 'closed') throw notOpen();
      state = 'closed';
      host.close();
      io.fail(canceled());
    },
    async read(buffer, offset, length) {
      mustBeOpen();
      if (offset + length > buffer.length) throw new RangeError(`buffer of ${buffer.length} is too small for ${length} bytes at ${offset}`);
      return { buffer, bytesRead: await io.read(buffer, offset, length) };
    },
    async write(buffer) {
      mustBeOpen();
      await io.write(buffer);
    },
    async drain() {
      mustBeOpen();
      await io.drain();
    },
    async flush() {
      mustBeOpen();
      host.flush();
      io.writable();
    },
    async update({ baudRate }) {
      mustBeOpen();
      host.baud = checkedBaud(baudRate);
    },
    async set({ brk }) {
      mustBeOpen();
      if (brk) host.sendBreak();
    },
    async get() {
      mustBeOpen();
      return { cts: true, dsr: true, dcd: true };
    },
    async getBaudRate() {
      mustBeOpen();
      return { baudRate: host.baud };
    },
  };
}

function checkedBaud(baud: number): number {
  if (!(baud > 0)) throw new TypeError(`"baudRate" must be a positive number, got ${baud}`);
  return baud;
}

/** A twin port under the name `path`. One host at a time, as on a locked port. */
export function createTwinBinding(port: TwinPort, path: string): Binding {
  const unknown = { serialNumber: undefined, pnpId: undefined, locationId: undefined, productId: undefined, vendorId: undefined };
  return {
    list: async () => (port.plugged ? [{ path, manufacturer: 'Heartloop', ...unknown }] : []),
    async open(options) {
      checkedBaud(options.baudRate);
      if (options.path !== path) throw missingPort(options.path);
      return openTwin(port, options);
    },
  };
}
