import { COLUMN_COUNT } from '../ecg12-ascii/line.ts';
import { createLineCutter } from '../ecg12-ascii/line-cutter.ts';
import { parseLine } from '../ecg12-ascii/parse.ts';
import { isFrameShaped } from '../ecg12-binary/frame.ts';
import { FRAME_BYTES, START } from '../ecg12-binary/layout.ts';
import type { ProtocolId } from '../profile.ts';
import { type ByteOrder, createOrderJudge } from './order-judge.ts';

export interface Recognition {
  readonly protocol: ProtocolId;
  /** Of a binary stream: the order, and whether it is beyond doubt. */
  readonly byteOrder: ByteOrder;
  readonly isCertain: boolean;
}

/** Frames that show the binary generation, and how many more are worth waiting for until the byte order is certain. */
const FRAMES_MIN = 3;
const FRAMES_MAX = 16;
/** Good lines in a row that show the ascii generation. */
const LINES_MIN = 3;

const CRLF_BYTES = 2;

/** Counts good lines in a row, byte by byte. */
function createLineCounter() {
  const row = new Uint16Array(COLUMN_COUNT);
  const counter = { lines: 0, take: (byte: number): void => cutter.take(byte, 0) };
  const cutter = createLineCutter({
    line(bytes, length, endBytes) {
      const isGood = endBytes === CRLF_BYTES && parseLine(bytes, 0, length, row, 0) === undefined;
      counter.lines = isGood ? counter.lines + 1 : 0;
    },
    isWhole: () => false,
    scrap() {
      counter.lines = 0;
    },
    discard() {},
  });
  return counter;
}

/**
 * Which generation speaks in these bytes? Three frame shapes (start, length, opcode and end in their places, whatever the checksum
 * says: a wrong checksum is the decoder's to report) or three good lines in a row, whichever comes first. More bytes never change an
 * answer once given.
 */
export function recognise(bytes: Uint8Array, length: number, fallback: ByteOrder): Recognition | undefined {
  const judge = createOrderJudge(fallback);
  const counter = createLineCounter();
  let frames = 0;
  for (let at = 0; at < length; ) {
    if (bytes[at] === START.value && at + FRAME_BYTES > length) return undefined;
    if (isFrameShaped(bytes, at)) {
      judge.see(bytes, at);
      frames += 1;
      at += FRAME_BYTES;
      const isCertain = judge.certain !== undefined;
      if (frames >= FRAMES_MAX || (frames >= FRAMES_MIN && isCertain))
        return { protocol: 'ecg12-binary', byteOrder: judge.guess, isCertain };
    } else {
      counter.take(bytes[at]!);
      at += 1;
      if (counter.lines >= LINES_MIN) return { protocol: 'ecg12-ascii', byteOrder: fallback, isCertain: true };
    }
  }
  return undefined;
}
