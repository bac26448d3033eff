import type { DecoderSink, Refusal } from '../codec.ts';
import { createGenerationDecoder, type GenerationDecoder } from '../generation.ts';
import { ALL_CONNECTED } from '../leads.ts';
import { createLedger } from '../ledger.ts';
import { createPace } from '../pace.ts';
import type { DeviceProfile } from '../profile.ts';
import { COLUMN_COUNT, LINE_BYTES_MAX } from './line.ts';
import { createLineCutter } from './line-cutter.ts';
import { isWholeLine, parseLine } from './parse.ts';

const END_BYTES = 2;
/** Lines have no counter: only a silence above a quarter of a second that is not made good is taken for a loss. */
const SILENCE_S = 0.25;

/**
 * Accepts a line of eight decimals in range that ends in CR LF, else refuses it, counts it and goes on behind its end. There is no
 * counter, so losses are never exact: refused lines between good ones, and time. After a reset the rest of a line that began unseen
 * is skipped, since a cut first column would pass for a value.
 */
export function createAsciiDecoder(
  profile: Pick<DeviceProfile, 'sampleRate'>,
  sink: DecoderSink,
  patience = Number.POSITIVE_INFINITY,
): GenerationDecoder {
  const { sampleRate } = profile;
  const ledger = createLedger(sink, patience);
  const { out } = ledger;
  const pace = createPace({ sampleRate, frameBytes: LINE_BYTES_MAX, turn: Math.max(2, 2 * SILENCE_S * sampleRate), step: 1 });
  const row = new Uint16Array(COLUMN_COUNT);
  /** Lines before the first good one are no loss: there is no time yet to keep. */
  let isFirst = true;
  let isReopened = false;
  /** Since the last good line: was there a bad one, and how many proper line ends. */
  let sawBad = false;
  let badLines = 0;

  function reject(because: Refusal, bytes: number, endBytes: number, left: number): void {
    ledger.discard(bytes + endBytes, left);
    sawBad = true;
    if (endBytes === END_BYTES) badLines += 1;
    ledger.refuse(because);
  }

  /** A damaged line end makes one line of two, a stray one makes two of one: either way one frame is gone. */
  function linesMissing(left: number): number {
    if (isFirst) return 0;
    if (isReopened) return Math.max(0, Math.round(pace.missingBefore(left, ledger.placed)));
    return sawBad ? Math.max(1, badLines) : 0;
  }

  function forgiveBad(): void {
    sawBad = false;
    badLines = 0;
  }

  function accept(junk: number, bytes: number, left: number): void {
    if (junk > 0) ledger.discard(junk, left + bytes);
    ledger.resume();
    ledger.lose(linesMissing(left), false);
    if (isReopened) pace.forgive();
    isFirst = false;
    isReopened = false;
    forgiveBad();
    out.samples.set(row, out.count * COLUMN_COUNT);
    out.connected[out.count] = ALL_CONNECTED;
    ledger.take(bytes, left);
  }

  const cutter = createLineCutter({
    line(bytes, length, endBytes, isDoubtful, left) {
      const isWhole = endBytes === END_BYTES;
      const fault = isWhole ? parseLine(bytes, 0, length, row, 0) : 'line';
      if (fault === undefined) accept(0, length + endBytes, left);
      else if (isWhole && isDoubtful && parseLine(bytes, 1, length, row, 0) === undefined) accept(1, length - 1 + endBytes, left);
      else reject(fault, length, endBytes, left);
    },
    isWhole: (bytes, length) => isWholeLine(bytes, length, row),
    scrap: (length, endBytes, left) => reject('line', length, endBytes, left),
    discard: (bytes, left) => ledger.discard(bytes, left),
  });

  return createGenerationDecoder({
    ledger,
    pace,
    parser: {
      take(bytes, from) {
        let at = from;
        while (at < bytes.length && !ledger.isBarren) {
          at += 1;
          cutter.take(bytes[at - 1]!, bytes.length - at);
        }
        return at - from;
      },
      get held() {
        return cutter.held;
      },
      moveTo: cutter.moveTo,
      close() {
        const dropped = cutter.held;
        cutter.forget();
        forgiveBad();
        return dropped;
      },
      reopen() {
        isReopened = true;
      },
      forget() {
        isFirst = true;
        isReopened = false;
      },
    },
  });
}
