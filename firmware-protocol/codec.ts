/** What every codec of a device family offers, and what the conformance suite demands of it. */
import type { Micros } from '../kernel/index.ts';

/**
 * A run of decoded frames without an inner gap. The arrays belong to the decoder and are reused: read them during the call.
 * Frame `i` of the block has the stream index `firstFrame + i`; lost frames have indices too, so index / sampleRate is true time.
 */
export interface FrameBlock {
  readonly firstFrame: number;
  readonly count: number;
  /** Counts 0..4095, frame-major: `samples[i * 8 + lead]`, lead in the order of TRANSMITTED_LEADS whatever the wire's order. */
  readonly samples: Uint16Array;
  /** Mask over SENSED_ELECTRODES per frame. */
  readonly connected: Uint16Array;
}

/** `range`: a sample byte or value out of range. `counter`: the frame after it shows that its counter was damaged. */
export type Refusal = 'start' | 'length' | 'opcode' | 'checksum' | 'end' | 'line' | 'range' | 'counter';

export type DecoderEvent =
  /** Frames missing before the next block. `exact` is false when the span was resolved with arrival time (more than one counter turn). */
  | { readonly kind: 'gap'; readonly frames: number; readonly exact: boolean; readonly at: Micros }
  /** A repeated frame, dropped. */
  | { readonly kind: 'duplicate'; readonly at: Micros }
  /** A frame-shaped run of bytes that was refused. */
  | { readonly kind: 'refused'; readonly because: Refusal; readonly at: Micros }
  /** Good frames again after `bytes` bytes that were none. */
  | { readonly kind: 'resync'; readonly bytes: number; readonly at: Micros }
  /** The stream was recognised: `protocol`, `byteOrder`. Only from a detecting decoder. */
  | { readonly kind: 'detected'; readonly protocol: string; readonly byteOrder: string; readonly at: Micros };

export interface DecoderSink {
  block(block: FrameBlock): void;
  event(event: DecoderEvent): void;
}

export interface DecoderStats {
  /** bytesIn = bytesAccepted + bytesDiscarded + bytesPending, at any moment. */
  readonly bytesIn: number;
  readonly bytesAccepted: number;
  readonly bytesDiscarded: number;
  readonly bytesPending: number;
  readonly frames: number;
  readonly framesLost: number;
  readonly duplicates: number;
  readonly checksumErrors: number;
  readonly resyncs: number;
}

export interface StreamDecoder {
  /** Takes any bytes, in any chunks; never throws on them. `at` is the time of arrival, used for long gaps only. */
  push(bytes: Uint8Array, at: Micros): void;
  /**
   * Forgets a half frame: the line was closed or reopened. Counters of `stats` go on, and the next frame is placed by its time of
   * arrival. A whole frame that waited for its successor is handed over first.
   */
  reset(): void;
  readonly stats: DecoderStats;
}

export interface FrameEncoder {
  /** Bytes per frame when constant, else the largest. */
  readonly frameBytesMax: number;
  /**
   * Encodes `count` frames (frame-major samples, masks as in FrameBlock) with counters from `counter` on; returns the bytes written
   * into `out` from `at`. No allocation.
   */
  encode(frames: { samples: Uint16Array; connected: Uint16Array; count: number; counter: number }, out: Uint8Array, at: number): number;
}
