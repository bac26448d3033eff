import type { Micros } from '../kernel/index.ts';
import type { StreamDecoder } from './codec.ts';
import type { Ledger } from './ledger.ts';
import type { Pace } from './pace.ts';

/** A decoder that can share a stream with others: it can be put in charge of one that runs already, and tells when it is lost. */
export interface GenerationDecoder extends StreamDecoder {
  /** Stream index of the next frame. */
  readonly nextFrame: number;
  /** Forgets everything but the statistics: the next frame is the first one, with this index. */
  restart(firstFrame: number): void;
  /** Like `push` from `from` on, but stops when it has become barren. Returns the bytes taken. */
  feed(bytes: Uint8Array, from: number, at: Micros): number;
  /** It saw more bytes without a frame than it has patience for. */
  readonly isBarren: boolean;
  /** Gives the bytes it holds to another: moves them to the begin of `target`, no longer counts them as received, tells how many. */
  surrender(target: Uint8Array): number;
  /** There is reason to go on: patience starts anew. */
  encourage(): void;
}

/** What a generation does with bytes. It writes frames and troubles into the ledger. */
export interface Parser {
  /** Works on the bytes from `from` on until they are used up or the ledger is barren. Returns the bytes taken. */
  take(bytes: Uint8Array, from: number): number;
  /** Bytes of a frame that is not complete. */
  readonly held: number;
  /** Moves those to the begin of `target` and returns how many. */
  moveTo(target: Uint8Array): number;
  /** The line was closed: takes a whole frame that waits, and returns the bytes that will never be one. */
  close(): number;
  /** After `close`: the next frame is placed by time. */
  reopen(): void;
  /** After `close`: the next frame is the first one. */
  forget(): void;
}

/** The part that every generation does the same way. */
export function createGenerationDecoder({ ledger, pace, parser }: { ledger: Ledger; pace: Pace; parser: Parser }): GenerationDecoder {
  const { out } = ledger;

  function feed(bytes: Uint8Array, from: number, at: Micros): number {
    const offered = bytes.length - from;
    ledger.receive(offered, at);
    pace.begin(at, offered);
    const taken = parser.take(bytes, from);
    out.flush();
    ledger.lose(pace.settle(ledger.placed), false);
    ledger.giveBack(offered - taken, parser.held);
    return taken;
  }

  return {
    push: (bytes, at) => void feed(bytes, 0, at),
    feed,
    reset() {
      ledger.abandon(parser.close());
      parser.reopen();
    },
    restart(firstFrame) {
      ledger.abandon(parser.close());
      parser.forget();
      pace.forget();
      out.nextFrame = firstFrame;
    },
    surrender(target) {
      const moved = parser.moveTo(target);
      ledger.giveBack(moved, 0);
      return moved;
    },
    encourage: () => ledger.encourage(),
    get isBarren() {
      return ledger.isBarren;
    },
    get nextFrame() {
      return out.nextFrame;
    },
    stats: ledger.stats,
  };
}
