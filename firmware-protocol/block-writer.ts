import type { DecoderSink, FrameBlock } from './codec.ts';
import { TRANSMITTED_LEADS } from './leads.ts';

/** Frames per block at most: two seconds of the device. A longer push gives several blocks. */
const BLOCK_FRAMES_MAX = 1024;

/** Collects decoded frames in arrays that are reused, and hands them on as blocks. */
export interface BlockWriter {
  readonly samples: Uint16Array;
  readonly connected: Uint16Array;
  /** Frames collected: the next one goes to `samples[count * 8]`. */
  count: number;
  /** Stream index of the next frame. */
  nextFrame: number;
  /** Call after each frame written. */
  advance(): void;
  /** Frames that never came: their indices pass by. Nothing may be collected at that moment. */
  skip(frames: number): void;
  /** Hands over what is collected. */
  flush(): void;
}

export function createBlockWriter(sink: Pick<DecoderSink, 'block'>): BlockWriter {
  const samples = new Uint16Array(BLOCK_FRAMES_MAX * TRANSMITTED_LEADS.length);
  const connected = new Uint16Array(BLOCK_FRAMES_MAX);
  const block = { firstFrame: 0, count: 0, samples, connected };

  const writer: BlockWriter = {
    samples,
    connected,
    count: 0,
    nextFrame: 0,
    advance() {
      writer.count += 1;
      writer.nextFrame += 1;
      if (writer.count === BLOCK_FRAMES_MAX) writer.flush();
    },
    skip(frames) {
      writer.nextFrame += frames;
    },
    flush() {
      if (writer.count === 0) return;
      block.firstFrame = writer.nextFrame - writer.count;
      block.count = writer.count;
      writer.count = 0;
      sink.block(block satisfies FrameBlock);
    },
  };
  return writer;
}
