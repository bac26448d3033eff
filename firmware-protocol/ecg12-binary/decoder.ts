import { compileChecksum } from '../checksum.ts';
import type { DecoderSink } from '../codec.ts';
import { createGenerationDecoder, type GenerationDecoder } from '../generation.ts';
import { TRANSMITTED_LEADS } from '../leads.ts';
import { createLedger } from '../ledger.ts';
import { createPace } from '../pace.ts';
import type { DeviceProfile } from '../profile.ts';
import { createTail } from '../tail.ts';
import { faultOf, isWorthAWord } from './frame.ts';
import { COUNTER, FRAME_BYTES, START } from './layout.ts';
import { createSequence } from './sequence.ts';
import { highByteAt, readWords } from './words.ts';

const LEADS_PER_FRAME = TRANSMITTED_LEADS.length;

/** Is shown every accepted frame before its words are read. */
export type Witness = (bytes: Uint8Array, at: number) => void;

export interface BinaryDecoder extends GenerationDecoder {
  /** How words are read from here on. */
  setByteOrder(order: DeviceProfile['byteOrder']): void;
  watch(witness: Witness | undefined): void;
}

/**
 * Accepts 22 bytes when they are a frame (see `faultOf`), else moves on by one byte. A frame whose counter jumps waits for its
 * successor, which tells a loss from a damaged counter. Nothing is allocated but events. `patience`: see `GenerationDecoder.isBarren`.
 */
export function createBinaryDecoder(profile: DeviceProfile, sink: DecoderSink, patience = Number.POSITIVE_INFINITY): BinaryDecoder {
  const rule = compileChecksum(profile.checksum);
  const { counterModulo: turn, sampleRate } = profile;
  const ledger = createLedger(sink, patience);
  const { out } = ledger;
  const sequence = createSequence(profile, rule);
  const pace = createPace({ sampleRate, frameBytes: FRAME_BYTES, turn, step: turn });
  let highAt = highByteAt(profile.byteOrder);
  let witness: Witness | undefined;
  let isClosing = false;

  /** A good frame that does not simply follow. Returns 0 to take it, its length to pass it by, -1 to wait. */
  function place(bytes: Uint8Array, at: number, to: number, left: number): number {
    const isTimely = sequence.reopened || !pace.mayBeBacklog;
    const bySkipped = ledger.skipped / FRAME_BYTES;
    const missing = isTimely ? Math.max(bySkipped, pace.missingBefore(left, ledger.placed)) : bySkipped;
    const placing = sequence.judge(bytes, at, to, missing, isClosing);
    if (placing === 'unsure') return -1;
    if (placing === 'repeat') ledger.repeat(FRAME_BYTES, left);
    if (placing === 'corrupt') {
      ledger.discard(FRAME_BYTES, left);
      ledger.refuse('counter');
    }
    if (placing !== 'next') return FRAME_BYTES;
    ledger.resume();
    if (!sequence.exact) pace.forgive();
    ledger.lose(sequence.gap, sequence.exact);
    return 0;
  }

  function scan(bytes: Uint8Array, from: number, limit: number, to: number, after: number): number {
    let at = from;
    while (at < limit) {
      const isStart = bytes[at] === START.value;
      if (isStart && at + FRAME_BYTES > to) break;
      const fault = isStart ? faultOf(bytes, at, rule) : 'start';
      if (fault !== undefined) {
        ledger.discard(1, to - at - 1 + after);
        if (isWorthAWord(bytes, at, fault)) ledger.refuse(fault);
        at += 1;
        if (ledger.isBarren) break;
        continue;
      }
      const left = to - at - FRAME_BYTES + after;
      if (bytes[at + COUNTER.at] !== sequence.expected || ledger.skipped > 0) {
        const passed = place(bytes, at, to, left);
        if (passed < 0) break;
        at += passed;
        if (passed > 0) continue;
      }
      witness?.(bytes, at);
      const counter = bytes[at + COUNTER.at]! % turn;
      readWords(bytes, at, highAt, out, sequence.recent, counter * LEADS_PER_FRAME);
      sequence.accept(counter);
      ledger.take(FRAME_BYTES, left);
      at += FRAME_BYTES;
    }
    return at;
  }
  const tail = createTail(2 * FRAME_BYTES, scan);

  const decoder = createGenerationDecoder({
    ledger,
    pace,
    parser: {
      take: tail.push,
      get held() {
        return tail.length;
      },
      moveTo: tail.moveTo,
      close() {
        isClosing = true;
        const dropped = tail.drop();
        isClosing = false;
        return dropped;
      },
      reopen: sequence.reopen,
      forget: sequence.forget,
    },
  });

  return Object.assign(decoder, {
    setByteOrder(order: DeviceProfile['byteOrder']) {
      out.flush();
      highAt = highByteAt(order);
    },
    watch(next: Witness | undefined) {
      witness = next;
    },
  });
}
