/**
 * Looks at stretches of a byte stream. Takes candidates that begin at `from <= position < limit`, reads bytes before `to`, and
 * returns the position of the first candidate it could not judge, or one past the last byte it has done with. `after` more bytes
 * of the same push follow behind `to`.
 */
export type Scan = (bytes: Uint8Array, from: number, limit: number, to: number, after: number) => number;

/** Lets a scanner work on the pushed bytes themselves. Only what it could not judge yet, less than `judgedBytes`, is copied. */
export interface Tail {
  push(bytes: Uint8Array): void;
  /** Bytes kept for the next push. */
  readonly length: number;
  /** Scans what is kept once more, then drops it. Returns the bytes dropped without having been judged. */
  drop(scan: Scan): number;
}

/** `judgedBytes`: with so many bytes from its start, every candidate can be judged. */
export function createTail(judgedBytes: number, scan: Scan): Tail {
  const kept = new Uint8Array(2 * judgedBytes);
  let length = 0;

  /** Continues in a copy that joins what was kept and the head of the push; returns how many bytes of the push are done with. */
  function bridge(bytes: Uint8Array): number {
    const taken = Math.min(bytes.length, judgedBytes);
    for (let i = 0; i < taken; i += 1) kept[length + i] = bytes[i]!;
    const whole = taken === bytes.length;
    const end = length + taken;
    const done = scan(kept, 0, whole ? end : length, end, bytes.length - taken);
    if (!whole) return done - length; // every candidate that began in the old bytes could be judged
    kept.copyWithin(0, done, end);
    length = end - done;
    return taken;
  }

  return {
    push(bytes) {
      const begun = length > 0 ? bridge(bytes) : 0;
      if (begun === bytes.length) return;
      const done = scan(bytes, begun, bytes.length, bytes.length, 0);
      length = bytes.length - done;
      for (let i = 0; i < length; i += 1) kept[i] = bytes[done + i]!;
    },
    get length() {
      return length;
    },
    drop(lastScan) {
      const end = length;
      length = 0;
      return end - lastScan(kept, 0, end, end, 0);
    },
  };
}
