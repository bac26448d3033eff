import { CR, LF } from './line.ts';

/** Blanks may pad a line; one that is longer is none. */
const LINE_LENGTH_MAX = 128;

/** What the cutter found. `left` bytes of the push follow. */
export interface LineHandler {
  /**
   * A line of `length` bytes at the begin of `bytes`, and the bytes of its end: two for CR LF, one when one of the two was damaged.
   * `isDoubtful`: the line before had half an end, so the first byte here may be the other half, damaged.
   */
  line(bytes: Uint8Array, length: number, endBytes: 1 | 2, isDoubtful: boolean, left: number): void;
  /** Was this a line whose end was damaged, and not a piece of a line with a stray end in it? */
  isWhole(bytes: Uint8Array, length: number): boolean;
  /** The rest of a line that was too long to be one, or broken: `length` bytes and its end. */
  scrap(length: number, endBytes: 1 | 2, left: number): void;
  /** Bytes dropped before a line end was seen, or from a line that is too long. */
  discard(bytes: number, left: number): void;
}

/** Cuts a byte stream into lines of bounded length. Empty lines are passed over; half an end alone is junk at the head of the next line. */
export interface LineCutter {
  take(byte: number, left: number): void;
  /** Bytes held for a line that has not ended. */
  readonly held: number;
  /** Moves what is held into `target`, forgets it, and returns how much that is. */
  readonly moveTo: (target: Uint8Array) => number;
  /** Drops what is held. Nothing is a line until the next CR LF has passed: a line cut at its head would pass for a whole one. */
  forget(): void;
}

export function createLineCutter(handler: LineHandler): LineCutter {
  const bytes = new Uint8Array(LINE_LENGTH_MAX);
  let length = 0;
  let sawCr = false;
  let isAnchored = true;
  let isScrap = false;
  let isDoubtful = false;

  function end(endBytes: 1 | 2, left: number): void {
    const isRestOfEnd = isDoubtful && length === 1; // CR, a stray byte, LF
    const isWhole = endBytes === 2 || isRestOfEnd || (!isScrap && handler.isWhole(bytes, length));
    if (isScrap) handler.scrap(length, endBytes, left);
    else handler.line(bytes, length, endBytes, isDoubtful, left);
    length = 0;
    isScrap = !isWhole; // what follows a piece belongs to it: the tail of a cut value would pass for a value
    isDoubtful = endBytes === 1 && isWhole;
  }

  function append(byte: number, left: number): void {
    if (length === LINE_LENGTH_MAX) {
      length = 0;
      isScrap = true;
      handler.discard(LINE_LENGTH_MAX, left + 1);
    }
    bytes[length] = byte;
    length += 1;
  }

  /** The byte after a CR. Returns whether it was the LF. */
  function endAfterCr(byte: number, left: number): boolean {
    sawCr = false;
    const isEmpty = length === 0 && !isScrap;
    if (byte === LF && isEmpty) handler.discard(2, left);
    else if (byte === LF) end(2, left);
    else if (isEmpty) append(CR, left + 1);
    else end(1, left + 1);
    return byte === LF;
  }

  function takeAnchored(byte: number, left: number): void {
    if (sawCr && endAfterCr(byte, left)) return;
    if (byte === CR) sawCr = true;
    else if (byte === LF && (length > 0 || isScrap)) end(1, left);
    else append(byte, left);
  }

  const held = (): number => length + (isAnchored && sawCr ? 1 : 0);

  function forget(): void {
    length = 0;
    sawCr = false;
    isAnchored = false;
    isScrap = false;
    isDoubtful = false;
  }

  return {
    take(byte, left) {
      if (isAnchored) return takeAnchored(byte, left);
      isAnchored = sawCr && byte === LF;
      sawCr = byte === CR && !isAnchored;
      handler.discard(1, left);
    },
    get held() {
      return held();
    },
    moveTo(target) {
      const moved = held();
      for (let i = 0; i < length; i += 1) target[i] = bytes[i]!;
      if (moved > length) target[length] = CR;
      forget();
      return moved;
    },
    forget,
  };
}
