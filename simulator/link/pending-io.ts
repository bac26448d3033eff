import type { TwinHost } from '../../kernel/index.ts';

interface Waiting<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

interface Piece extends Waiting<number> {
  readonly buffer: Uint8Array;
  offset: number;
  readonly end: number;
}

/** Reads, writes and drains of one open port that wait for the line: at most one read and one write, as the stream promises. */
export interface PendingIo {
  /** Resolves with 1 byte or more. */
  read(buffer: Uint8Array, offset: number, length: number): Promise<number>;
  /** Resolves when the line has taken all of it. */
  write(buffer: Uint8Array): Promise<unknown>;
  /** Resolves when nothing is left to send. */
  drain(): Promise<unknown>;
  /** The line has bytes to read, or room to write. */
  readable(): void;
  writable(): void;
  /** Everything that waits fails. */
  fail(error: Error): void;
}

export function createPendingIo(host: Pick<TwinHost, 'read' | 'take' | 'write' | 'unsent'>): PendingIo {
  let reading: Piece | undefined;
  let writing: Piece | undefined;
  let draining: Waiting<number>[] = [];

  function fill(buffer: Uint8Array, offset: number, length: number): number {
    const come = host.read();
    const count = Math.min(length, come.length);
    buffer.set(count === come.length ? come : come.subarray(0, count), offset);
    host.take(count);
    return count;
  }

  return {
    async read(buffer, offset, length) {
      if (reading) throw new Error('a read is already in progress');
      const count = fill(buffer, offset, length);
      if (count > 0) return count;
      return new Promise<number>((resolve, reject) => {
        reading = { buffer, offset, end: length, resolve, reject };
      });
    },
    async write(buffer) {
      if (writing) throw new Error('a write is already in progress');
      const offset = host.write(buffer);
      if (offset === buffer.length) return offset;
      return new Promise<number>((resolve, reject) => {
        writing = { buffer, offset, end: buffer.length, resolve, reject };
      });
    },
    async drain() {
      if (host.unsent === 0 && !writing) return 0;
      return new Promise<number>((resolve, reject) => draining.push({ resolve, reject }));
    },
    readable() {
      if (!reading) return;
      const { buffer, offset, end, resolve } = reading;
      const count = fill(buffer, offset, end);
      if (count === 0) return;
      reading = undefined;
      resolve(count);
    },
    writable() {
      if (writing) {
        writing.offset += host.write(writing.buffer.subarray(writing.offset));
        if (writing.offset < writing.end) return;
        writing.resolve(writing.end);
        writing = undefined;
      }
      if (host.unsent === 0) for (const { resolve } of draining.splice(0)) resolve(0);
    },
    fail(error) {
      const waiting = [reading, writing, ...draining];
      reading = undefined;
      writing = undefined;
      draining = [];
      for (const one of waiting) one?.reject(error);
    },
  };
}
