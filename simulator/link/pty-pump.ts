import { createWire, type Micros, type Wire, type WireOptions } from '../../kernel/index.ts';
import type { PtyMaster } from './pty-ffi.ts';

/** Moves bytes between a pseudo-terminal and two wires. Whatever the kernel does not take stays on the wire, and its bound holds. */
export interface PtyPump {
  readonly toHost: Wire;
  /** Hands the terminal what has crossed by `now`. */
  send(pty: PtyMaster, now: Micros): void;
  /** Takes what the host wrote as far as the line has room, and delivers what has crossed by `now`. */
  receive(pty: PtyMaster | undefined, now: Micros): void;
  /** Forgets both directions; returns how many bytes the host did not get. */
  clear(): number;
  /** When the terminal last got a byte. */
  readonly lastSent: Micros;
}

const READ_BYTES = 4096;

export function createPtyPump(options: WireOptions, deliver: (bytes: Uint8Array, at: Micros) => void): PtyPump {
  const toHost = createWire(options);
  const toDevice = createWire({ baud: options.baud, capacity: READ_BYTES });
  const incoming = new Uint8Array(READ_BYTES);
  let lastSent = 0 as Micros;

  return {
    toHost,
    send(pty, now) {
      for (let due = toHost.due(now); due.length > 0; due = toHost.due(now)) {
        const taken = pty.write(due);
        toHost.take(taken, now);
        if (taken > 0) lastSent = now;
        if (taken < due.length) return;
      }
    },
    receive(pty, now) {
      const read = pty && toDevice.room > 0 ? pty.read(incoming.subarray(0, toDevice.room)) : 0;
      if (read > 0) toDevice.offer(incoming.subarray(0, read), now);
      const due = toDevice.due(now);
      if (due.length === 0) return;
      deliver(due, now);
      toDevice.take(due.length, now);
    },
    clear() {
      toDevice.clear();
      return toHost.clear();
    },
    get lastSent() {
      return lastSent;
    },
  };
}
