import type { StreamDecoder } from './codec.ts';

/** A decoder that can be put in charge of a stream that runs already. */
export interface GenerationDecoder extends StreamDecoder {
  /** Stream index of the next frame. */
  readonly nextFrame: number;
  /** Forgets everything but the statistics: the next frame is the first one, with this index. */
  restart(firstFrame: number): void;
}
