import type { Micros } from '../kernel/index.ts';
import { type BlockWriter, createBlockWriter } from './block-writer.ts';
import type { DecoderEvent, DecoderSink, DecoderStats, Refusal } from './codec.ts';

/**
 * The books of a decoder: every byte is accepted, discarded or pending, every frame has its index, every trouble its event. Whatever
 * is said reaches the sink after the frames that came before it. `left` is always the number of bytes received but not judged yet.
 */
export interface Ledger {
  readonly stats: DecoderStats;
  readonly out: BlockWriter;
  /** A push begins. */
  receive(bytes: number, at: Micros): void;
  /** Bytes that are no frame. */
  discard(bytes: number, left: number): void;
  refuse(because: Refusal): void;
  /** A good frame that came before: dropped. */
  repeat(bytes: number, left: number): void;
  /** Frames that never came, before the next one. */
  lose(frames: number, exact: boolean): void;
  /** A frame is about to be taken: says so when other bytes came before it. */
  resume(): void;
  /** The frame written to `out` is taken. */
  take(bytes: number, left: number): void;
  /** The line was closed: bytes that will never be a frame, and no resync to tell of when it is opened again. */
  abandon(bytes: number): void;
  /** Bytes discarded since the last frame. */
  readonly skipped: number;
  /** More bytes without a frame, since the last one or the last `encourage`, than there is patience for. */
  readonly isBarren: boolean;
  encourage(): void;
  /** Bytes that were received but are another's to judge. `left`: those still held. */
  giveBack(bytes: number, left: number): void;
  /** Frames and gaps placed in this push. */
  readonly placed: number;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const NOTHING: DecoderStats = {
  bytesIn: 0,
  bytesAccepted: 0,
  bytesDiscarded: 0,
  bytesPending: 0,
  frames: 0,
  framesLost: 0,
  duplicates: 0,
  checksumErrors: 0,
  resyncs: 0,
};

/** `patience`: bytes without a frame after which the books are barren. */
export function createLedger(sink: DecoderSink, patience: number): Ledger {
  const out = createBlockWriter(sink);
  const stats: Writable<DecoderStats> = { ...NOTHING };
  let now = 0 as Micros;
  let skipped = 0;
  let barren = 0;
  let pushFrame = 0;

  function say(event: DecoderEvent): void {
    out.flush();
    sink.event(event);
  }

  return {
    stats,
    out,
    receive(bytes, at) {
      now = at;
      pushFrame = out.nextFrame;
      stats.bytesIn += bytes;
      stats.bytesPending += bytes;
    },
    discard(bytes, left) {
      stats.bytesDiscarded += bytes;
      stats.bytesPending = left;
      skipped += bytes;
      barren += bytes;
    },
    refuse(because) {
      if (because === 'checksum') stats.checksumErrors += 1;
      say({ kind: 'refused', because, at: now });
    },
    repeat(bytes, left) {
      stats.bytesDiscarded += bytes;
      stats.bytesPending = left;
      stats.duplicates += 1;
      say({ kind: 'duplicate', at: now });
    },
    lose(frames, exact) {
      if (frames === 0) return;
      stats.framesLost += frames;
      say({ kind: 'gap', frames, exact, at: now });
      out.skip(frames);
    },
    resume() {
      barren = 0;
      if (skipped === 0) return;
      stats.resyncs += 1;
      const bytes = skipped;
      skipped = 0;
      say({ kind: 'resync', bytes, at: now });
    },
    take(bytes, left) {
      stats.bytesAccepted += bytes;
      stats.bytesPending = left;
      stats.frames += 1;
      out.advance();
    },
    abandon(bytes) {
      stats.bytesDiscarded += bytes;
      stats.bytesPending = 0;
      skipped = 0;
      barren = 0;
      out.flush();
    },
    get skipped() {
      return skipped;
    },
    get isBarren() {
      return barren >= patience;
    },
    encourage() {
      barren = 0;
    },
    giveBack(bytes, left) {
      stats.bytesIn -= bytes;
      stats.bytesPending = left;
    },
    get placed() {
      return out.nextFrame - pushFrame;
    },
  };
}
