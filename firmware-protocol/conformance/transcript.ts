import type { DecoderEvent, StreamDecoder } from '../codec.ts';
import type { CodecUnderTest } from './codec-under-test.ts';
import { arrival, type Frame, LEADS } from './stream.ts';

export interface Heard extends Frame {
  readonly index: number;
}

/** Everything a decoder says, in order. Events without the time of arrival, which belongs to the chunk. */
export interface Transcript {
  readonly decoder: StreamDecoder;
  readonly frames: readonly Heard[];
  readonly events: readonly DecoderEvent[];
  readonly all: readonly unknown[];
  /** Pushes the bytes in chunks of these sizes (the last one over and over), each at the time its last byte arrives. */
  hear(bytes: Uint8Array, sizes?: readonly number[]): void;
}

export function createTranscript(codec: CodecUnderTest): Transcript {
  const frames: Heard[] = [];
  const events: DecoderEvent[] = [];
  const all: unknown[] = [];
  const decoder = codec.createDecoder({
    block({ firstFrame, count, samples, connected }) {
      for (let i = 0; i < count; i += 1) {
        const frame = { index: firstFrame + i, samples: [...samples.subarray(i * LEADS, (i + 1) * LEADS)], connected: connected[i]! };
        frames.push(frame);
        all.push(frame);
      }
    },
    event(event) {
      events.push(event);
      all.push({ ...event, at: undefined });
    },
  });
  let position = 0;

  function hear(bytes: Uint8Array, sizes: readonly number[] = [bytes.length]): void {
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = sizes[Math.min(turn, sizes.length - 1)]!;
      const chunk = bytes.subarray(at, at + size);
      at += chunk.length;
      position += chunk.length;
      decoder.push(chunk, arrival(codec, position));
    }
  }
  return { decoder, frames, events, all, hear };
}

const isSame = (a: Frame | undefined, b: Frame): boolean =>
  a !== undefined && a.connected === b.connected && a.samples.every((sample, lead) => sample === b.samples[lead]);

/** How many of the sent frames were heard with their content and in their place, when the first frame heard may have been any. */
export function countHeard(sent: readonly Frame[], heard: readonly Heard[]): number {
  const inPlace = (shift: number): number => heard.filter((frame) => isSame(sent[frame.index + shift], frame)).length;
  return Math.max(...sent.map((_, shift) => inPlace(shift)));
}
