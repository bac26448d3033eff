import type { Clock } from './clock.ts';
import { createPacedLine, type PacedLine } from './paced-line.ts';
import { type Micros, ms } from './units.ts';
import type { Release, WireOptions } from './wire.ts';

export interface TwinPortOptions extends Omit<WireOptions, 'release'> {
  readonly clock: Clock;
  /** How bytes reach either end. The default keeps the clock events few: bursts of 20 ms. */
  readonly release?: Release;
}

const BURST: Release = { mode: 'burst', latency: ms(20) };

/** Both directions of a twin port, and the count of what was sent in vain. */
export interface TwinLine {
  readonly toHost: PacedLine;
  readonly toDevice: PacedLine;
  /** Nobody listened to these bytes. */
  discard(count: number): void;
  readonly discarded: number;
  /** What the host did not read, and with `all` what the device did not hear. */
  forget(which: 'unread' | 'all'): void;
}

export function createTwinLine(
  options: TwinPortOptions,
  on: { readable: () => void; bytes: (bytes: Uint8Array, at: Micros) => void; writable: () => void },
): TwinLine {
  const { clock } = options;
  const wire = { release: BURST, ...options, clock };
  const toHost = createPacedLine({ ...wire, label: 'twin.to-host', onDue: on.readable });
  const toDevice = createPacedLine({ ...wire, label: 'twin.to-device', onDue: deliver });
  let discarded = 0;
  toDevice.read(); // the device always listens

  function deliver(): void {
    const bytes = toDevice.read();
    on.bytes(bytes, clock.now());
    toDevice.take(bytes.length);
    toDevice.read();
    on.writable();
  }

  return {
    toHost,
    toDevice,
    discard(count) {
      discarded += count;
    },
    get discarded() {
      return discarded;
    },
    forget(which) {
      discarded += toHost.clear();
      if (which === 'all') toDevice.clear();
    },
  };
}
