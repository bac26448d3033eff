import { SerialPortStream } from '@serialport/stream';
import { type Clock, createTwinPort, type Release } from '../../kernel/index.ts';
import type { CountedLink } from './counted-link.ts';
import type { Binding, SerialStream } from './serial-types.ts';
import { createTwinBinding } from './twin-binding.ts';
import { createTwinDoor } from './twin-door.ts';

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
export function createTwinLink({ path = 'twin:ecg12', ...options }: TwinLinkOptions): TwinLink {
  const port = createTwinPort(options);
  const binding = createTwinBinding(port, path);
  const connect = (to: string, baudRate: number): SerialStream => new SerialPortStream({ binding, path: to, baudRate, autoOpen: false });
  return Object.assign(createTwinDoor(port, path), { connect, binding });
}
