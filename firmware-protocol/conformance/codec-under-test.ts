import type { DecoderSink, FrameEncoder, StreamDecoder } from '../codec.ts';

/** What the suite must know of a codec to hold it to its promises. */
export interface CodecUnderTest {
  createEncoder(): FrameEncoder;
  createDecoder(sink: DecoderSink): StreamDecoder;
  /** Frames per second: bytes are pushed at the pace a device sends them. */
  readonly sampleRate: number;
  /** Smallest sample sent, 0 unless told. A codec that writes decimals promises its bounds for values of full width only. */
  readonly sampleMin?: number;
  /** Are `connected` masks sent? */
  readonly hasConnectionBits: boolean;
  /** Absent when frames are not counted. */
  readonly counterModulo?: number;
  /** Bytes of a frame of which no flipped bit may pass. Absent when nothing guards a frame. */
  readonly guardedBytes?: readonly number[];
  /** Bytes a decoder may hold back. */
  readonly pendingBytesMax: number;
  /** Random bytes for the noise proof, 10^6 unless told. */
  readonly noiseBytes?: number;
}
