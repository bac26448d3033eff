import { SerialPortStream } from '@serialport/stream';
import { type Cancel, type Clock, createTwinPort, type Micros, type Release } from '../../kernel/index.ts';
import type { CountedLink } from './counted-link.ts';
import type { Binding, SerialStream } from './serial-types.ts';
import { createTwinBinding } from './twin-binding.ts';

export interface TwinLinkOptions {
  readonly clock: Clock;
  readonly baud: number;
  /** Default: bursts of 20 ms, which keep a virtual run fast. */
  readonly release?: Release;
  /** Bytes queued towards a host that does not read. */
  readonly capacity?: number;
  readonly path?: string;
}

export interface TwinLink extends CountedLink {
  /** A stream on this port, still closed: `open()` it. A path that is not this link's fails at `open`, as a missing port does. */
  connect(path: string, baud: number): SerialStream;
  readonly binding: Binding;
}

/** A device on a line inside the process, for any clock; its host is an unmodified `SerialPortStream`. */
export function createTwinLink(options: TwinLinkOptions): TwinLink {
  const { path = 'twin:ecg12', ...portOptions } = options;
  const port = createTwinPort(portOptions);
  const { device } = port;
  const binding = createTwinBinding(port, path);
  return {
    path,
    binding,
    connect: (to, baudRate) => new SerialPortStream({ binding, path: to, baudRate, autoOpen: false }),
    write: (bytes, at) => device.write(bytes, at),
    onBytes: (listener) => device.onBytes(listener),
    onEvent: (listener: (event: 'opened' | 'closed', at: Micros) => void): Cancel =>
      device.onEvent((event, at) => {
        if (event === 'opened' || event === 'closed') listener(event, at);
      }),
    unplug: () => port.unplug(),
    replug: () => port.replug(),
    close: (reason) => device.close(reason),
    get hostOpen() {
      return device.hostOpen;
    },
    get hostBaud() {
      return device.hostBaud;
    },
    get lost() {
      return device.lost;
    },
    get discarded() {
      return device.discarded;
    },
  };
}
