import { CR, LF } from './line.ts';

/** Blanks may pad a line; one that is longer is none. */
const LINE_LENGTH_MAX = 128;

/** What the cutter found. `left` bytes of the push follow. */
export interface LineHandler {
  /**
   * A line of `length` bytes at the begin of `bytes`, and the bytes of its end: two for CR LF, one when one of the two was damaged.
   * `isDoubtful`: the line before ended in a bare CR, so the first byte here may be a damaged LF.
   */
  line(bytes: Uint8Array, length: number, endBytes: 1 | 2, isDoubtful: boolean, left: number): void;
  /** The rest of a line that was too long to be one: `length` bytes and its end. */
  scrap(length: number, endBytes: 1 | 2, left: number): void;
  /** Bytes dropped before a line end was seen, or from a line that is too long. */
  discard(bytes: number, left: number): void;
}

/** Cuts a byte stream into lines of bounded length. Empty lines do not exist: a lone end is junk at the head of the next line. */
export interface LineCutter {
  take(byte: number, left: number): void;
  /** Bytes held for a line that has not ended. */
  readonly held: number;
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
    if (isScrap) handler.scrap(length, endBytes, left);
    else handler.line(bytes, length, endBytes, isDoubtful, left);
    length = 0;
    isScrap = false;
    isDoubtful = false;
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

  function takeAnchored(byte: number, left: number): void {
    if (sawCr) {
      sawCr = false;
      if (byte === LF) return end(2, left);
      end(1, left + 1);
      isDoubtful = true;
    }
    const isBegun = length > 0 || isScrap;
    if (byte === CR && isBegun) sawCr = true;
    else if (byte === LF && isBegun) end(1, left);
    else append(byte, left);
  }

  return {
    take(byte, left) {
      if (isAnchored) return takeAnchored(byte, left);
      isAnchored = sawCr && byte === LF;
      sawCr = byte === CR;
      handler.discard(1, left);
    },
    get held() {
      return length + (isAnchored && sawCr ? 1 : 0);
    },
    forget() {
      length = 0;
      sawCr = false;
      isAnchored = false;
      isScrap = false;
      isDoubtful = false;
    },
  };
}
