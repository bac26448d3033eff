import fc from 'fast-check';
import { createPrng, type Micros, us } from '../../kernel/index.ts';
import { ALL_CONNECTED, TRANSMITTED_LEADS } from '../leads.ts';
import type { CodecUnderTest } from './codec-under-test.ts';

export const LEADS = TRANSMITTED_LEADS.length;
const SAMPLE_VALUES = 4096;

export interface Frame {
  readonly samples: readonly number[];
  readonly connected: number;
}

/** Frames that are sure to differ from one another. */
export function makeFrames(codec: CodecUnderTest, count: number, seed: number): Frame[] {
  const prng = createPrng(seed);
  const least = codec.sampleMin ?? 0;
  return Array.from({ length: count }, () => ({
    samples: Array.from({ length: LEADS }, () => least + prng.below(SAMPLE_VALUES - least)),
    connected: codec.hasConnectionBits ? prng.below(ALL_CONNECTED + 1) : ALL_CONNECTED,
  }));
}

/** Each frame as its own bytes, counters from `counter` on. */
export function encodeEach(codec: CodecUnderTest, frames: readonly Frame[], counter = 0): Uint8Array[] {
  const encoder = codec.createEncoder();
  return frames.map(({ samples, connected }, i) => {
    const out = new Uint8Array(encoder.frameBytesMax);
    const block = { samples: Uint16Array.from(samples), connected: Uint16Array.of(connected), count: 1, counter: counter + i };
    return out.slice(0, encoder.encode(block, out, 0));
  });
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** When the byte before `position` arrives on a line that carries frames at their rate. */
export const arrival = (codec: CodecUnderTest, position: number): Micros =>
  us((position / codec.createEncoder().frameBytesMax / codec.sampleRate) * 1e6);

/** A byte lost, added, or turned into another. */
export type Fault =
  | { readonly kind: 'drop' }
  | { readonly kind: 'insert'; readonly byte: number }
  | { readonly kind: 'flip'; readonly mask: number };

export const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant({ kind: 'drop' } as const),
  fc.record({ kind: fc.constant('insert' as const), byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('flip' as const), mask: fc.integer({ min: 1, max: 255 }) }),
);

/** The bytes with one fault at `at`. */
export function damage(bytes: Uint8Array, at: number, fault: Fault): Uint8Array {
  const byte = bytes[at] ?? 0;
  const instead = fault.kind === 'drop' ? [] : fault.kind === 'insert' ? [fault.byte, byte] : [byte ^ fault.mask];
  return Uint8Array.from([...bytes.subarray(0, at), ...instead, ...bytes.subarray(at + 1)]);
}
