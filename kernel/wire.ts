/**
 * One direction of a serial line: bytes go in when they are ready, and come out no faster than the baud rate allows. Pure: it has no
 * clock, time is handed in. After a late look everything that has crossed comes out at once, and nothing is late afterwards.
 */
import { createByteFifo } from './byte-fifo.ts';
import { createLineSchedule, type LineSchedule } from './line-schedule.ts';
import { type Micros, ms } from './units.ts';

/**
 * How crossed bytes are handed over. `byte`: each at once, as a UART. `packet`: in whole packets of `bytes`, or when the line falls
 * idle. `burst`: when `bytes` have gathered or the oldest has waited `latency`, as a USB adapter.
 */
export type Release =
  | { readonly mode: 'byte' }
  | { readonly mode: 'packet'; readonly bytes: number }
  | { readonly mode: 'burst'; readonly latency: Micros; readonly bytes?: number };

/** A USB serial adapter as delivered: 62 bytes of payload in a 64-byte packet, 16 ms latency timer (FTDI application note AN232B-04). */
export const USB_ADAPTER: Release = { mode: 'burst', latency: ms(16), bytes: 62 };

export interface WireOptions {
  readonly baud: number;
  /** Start, data, parity and stop bits: 10 for 8N1, 11 for 8E1 and 8N2. */
  readonly bitsPerByte?: number;
  /** Bytes the queue holds: those waiting for the line and those nobody took yet. */
  readonly capacity?: number;
  /** A full queue refuses the newest, as a UART does, or drops the oldest. Either is counted in `lost`. */
  readonly onFull?: 'refuse' | 'drop-oldest';
  readonly release?: Release;
}

export interface Wire {
  /** `at`: when the bytes are ready, which may lie in the past of a late caller. Returns how many were taken, from the front. */
  offer(bytes: Uint8Array, at: Micros): number;
  /** The bytes to hand over at `now`, oldest first. Valid until the next `offer`. They stay until `take`. */
  due(now: Micros): Uint8Array;
  take(count: number, now: Micros): void;
  /** When `due` will have something, as far as is known now; undefined for an empty wire. */
  nextDue(): Micros | undefined;
  /** Forgets everything queued and returns how many bytes that was. The line is free at once. */
  clear(): number;
  readonly queued: number;
  readonly room: number;
  /** Bytes lost to a full queue since creation. */
  readonly lost: number;
}

const WIRE_CAPACITY = 4096;
const BITS_8N1 = 10;

function check({ baud, bitsPerByte = BITS_8N1, capacity = WIRE_CAPACITY, release }: WireOptions): void {
  if (!(Number.isFinite(baud) && baud > 0)) throw new RangeError(`baud must be a positive number, got ${baud}`);
  if (!(bitsPerByte >= 7 && bitsPerByte <= 12)) throw new RangeError(`bits per byte must be 7..12 (8N1 has 10), got ${bitsPerByte}`);
  if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`wire capacity must be a positive integer, got ${capacity}`);
  if (release && release.mode !== 'byte' && release.bytes !== undefined && !(Number.isInteger(release.bytes) && release.bytes >= 1))
    throw new RangeError(`a ${release.mode} must have 1 byte or more, got ${release.bytes}`);
  if (release?.mode === 'burst' && !(release.latency >= 0)) throw new RangeError(`burst latency must be 0 or more, got ${release.latency}`);
}

/** How many bytes may be handed over now, and when the first will be. */
interface Releaser {
  readonly ready: (now: Micros) => number;
  readonly next: () => Micros | undefined;
}

function releaser(line: LineSchedule, release: Release): Releaser {
  if (release.mode === 'byte') return { ready: (now) => line.crossed(now), next: () => line.crossedAt(1) };
  if (release.mode === 'packet') {
    const { bytes } = release;
    return { ready: (now) => line.crossedPackets(bytes, now), next: () => line.packetAt(bytes) };
  }
  const { latency, bytes } = release;
  const next = (): Micros | undefined => {
    const first = line.crossedAt(1);
    if (first === undefined) return undefined;
    const full = bytes === undefined ? undefined : line.crossedAt(bytes);
    return Math.min(first + latency, full ?? Number.POSITIVE_INFINITY) as Micros;
  };
  return {
    next,
    ready(now) {
      const at = next();
      return at !== undefined && at <= now ? line.crossed(now) : 0;
    },
  };
}

export function createWire(options: WireOptions): Wire {
  check(options);
  const { baud, bitsPerByte = BITS_8N1, capacity = WIRE_CAPACITY, onFull = 'refuse', release = { mode: 'byte' } } = options;
  const queue = createByteFifo(capacity);
  const line = createLineSchedule({ baud, bitsPerByte });
  const { ready, next } = releaser(line, release);
  /** Handed over but not taken yet: what was released once stays released. */
  let released = 0;
  let lost = 0;

  function leave(count: number, now: Micros): void {
    queue.drop(count);
    line.drop(count, now);
    released = Math.max(0, released - count);
  }

  function offer(bytes: Uint8Array, at: Micros): number {
    const over = Math.max(0, bytes.length - queue.room);
    lost += over;
    if (over > 0 && onFull === 'drop-oldest') {
      const newest = bytes.subarray(Math.max(0, bytes.length - capacity));
      leave(Math.max(0, newest.length - queue.room), at);
      queue.push(newest);
      line.append(newest.length, at);
      return bytes.length;
    }
    const accepted = queue.push(bytes);
    if (accepted > 0) line.append(accepted, at);
    return accepted;
  }

  return {
    offer,
    due(now) {
      released = Math.max(released, ready(now));
      return queue.peek(released);
    },
    take: leave,
    nextDue: () => (released > 0 ? line.crossedAt(1) : next()),
    clear() {
      const forgotten = queue.length;
      queue.drop(forgotten);
      line.clear();
      released = 0;
      return forgotten;
    },
    get queued() {
      return queue.length;
    },
    get room() {
      return queue.room;
    },
    get lost() {
      return lost;
    },
  };
}
