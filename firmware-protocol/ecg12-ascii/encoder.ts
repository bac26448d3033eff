import type { FrameEncoder } from '../codec.ts';
import { COLUMN_COUNT, CR, LEAD_OF_COLUMN, LF, LINE_BYTES_MAX, TAB, ZERO } from './line.ts';

/** Writes a decimal 0..9999 without padding; returns where the next byte goes. */
function writeDecimal(value: number, out: Uint8Array, at: number): number {
  let scale = value >= 1000 ? 1000 : value >= 100 ? 100 : value >= 10 ? 10 : 1;
  let rest = value;
  let next = at;
  for (; scale >= 1; scale /= 10) {
    const digit = Math.trunc(rest / scale);
    out[next] = ZERO + digit;
    rest -= digit * scale;
    next += 1;
  }
  return next;
}

/** One line per frame. The generation has no counter, no checksum and no connection bits: those of the frames are not sent. */
export function createAsciiEncoder(): FrameEncoder {
  return {
    frameBytesMax: LINE_BYTES_MAX,
    encode({ samples, count }, out, at) {
      const end = at + count * LINE_BYTES_MAX;
      if (end > out.length) throw new RangeError(`${count} lines may end at byte ${end}, the buffer has ${out.length}`);
      let next = at;
      for (let frame = 0; frame < count; frame += 1) {
        for (let column = 0; column < COLUMN_COUNT; column += 1) {
          next = writeDecimal(samples[frame * COLUMN_COUNT + LEAD_OF_COLUMN[column]!]!, out, next);
          out[next] = column === COLUMN_COUNT - 1 ? CR : TAB;
          next += 1;
        }
        out[next] = LF;
        next += 1;
      }
      return next - at;
    },
  };
}
