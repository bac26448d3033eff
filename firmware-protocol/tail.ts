/**
 * Looks at stretches of a byte stream. Takes candidates that begin at `from <= position < limit`, reads bytes before `to`, and
 * returns the position of the first candidate it could not judge (or did not want to), or one past the last byte it has done with.
 * `after` more bytes of the same push follow behind `to`.
 */
export type Scan = (bytes: Uint8Array, from: number, limit: number, to: number, after: number) => number;

/** Lets a scanner work on the pushed bytes themselves. Only what it could not judge yet, less than `judgedBytes`, is copied. */
export interface Tail {
  /** Returns how many bytes were taken from `from` on: all of them, unless the scanner stopped early. */
  readonly push: (bytes: Uint8Array, from: number) => number;
  /** Bytes kept for the next push. */
  readonly length: number;
  /** Moves what is kept into `target` and returns how much that is. */
  readonly moveTo: (target: Uint8Array) => number;
  /** Scans what is kept once more, then drops it. Returns the bytes dropped without having been judged. */
  drop(): number;
}

/** `judgedBytes`: with so many bytes from its start, every candidate can be judged. */
export function createTail(judgedBytes: number, scan: Scan): Tail {
  const kept = new Uint8Array(2 * judgedBytes);
  let length = 0;

  function keep(bytes: Uint8Array, from: number, to: number): void {
    length = to - from;
    for (let i = 0; i < length; i += 1) kept[i] = bytes[from + i]!;
  }

  /** Continues in a copy that joins what was kept and the head of the push. Returns the bytes taken, negative when the scanner stopped. */
  function bridge(bytes: Uint8Array, from: number): number {
    const old = length;
    const available = bytes.length - from;
    const taken = Math.min(available, judgedBytes);
    for (let i = 0; i < taken; i += 1) kept[old + i] = bytes[from + i]!;
    const isWhole = taken === available;
    const end = old + taken;
    const done = scan(kept, 0, isWhole ? end : old, end, available - taken);
    if (isWhole) keep(kept, done, end);
    else keep(kept, done, Math.max(done, old)); // what began in the new bytes is read from the push itself
    if (isWhole) return taken;
    return done < old ? -1 : done - old;
  }

  return {
    push(bytes, from) {
      const bridged = length > 0 ? bridge(bytes, from) : 0;
      if (bridged < 0) return 0;
      const begin = from + bridged;
      if (begin === bytes.length) return bridged;
      const done = scan(bytes, begin, bytes.length, bytes.length, 0);
      if (bytes.length - done >= judgedBytes) return done - from;
      keep(bytes, done, bytes.length);
      return bytes.length - from;
    },
    get length() {
      return length;
    },
    moveTo(target) {
      for (let i = 0; i < length; i += 1) target[i] = kept[i]!;
      const moved = length;
      length = 0;
      return moved;
    },
    drop() {
      const end = length;
      length = 0;
      return end - scan(kept, 0, end, end, 0);
    },
  };
}
