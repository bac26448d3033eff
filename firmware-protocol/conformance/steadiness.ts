import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPrng, type Prng, us } from '../../kernel/index.ts';
import type { DecoderStats } from '../codec.ts';
import type { CodecUnderTest } from './codec-under-test.ts';
import { anyFault, damage, encodeEach, join, makeFrames } from './stream.ts';
import { createTranscript } from './transcript.ts';

export function proveChunkInvariance(codec: CodecUnderTest): void {
  it('cutting the same bytes otherwise changes nothing: frames, indices, events, their order', () => {
    const faults = fc.array(fc.tuple(fc.nat(), anyFault), { maxLength: 6 });
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 });
    const garbage = fc.uint8Array({ maxLength: 100 });
    fc.assert(
      fc.property(fc.integer(), faults, garbage, sizes, sizes, (seed, damages, noise, some, others) => {
        const parts = encodeEach(codec, makeFrames(codec, 40, seed));
        let bytes = join([...parts.slice(0, 20), noise, ...parts.slice(25)]);
        for (const [at, fault] of damages) bytes = damage(bytes, at % bytes.length, fault);
        const transcripts = [some, others, [1], [bytes.length]].map((cut) => {
          const transcript = createTranscript(codec);
          transcript.hear(bytes, cut);
          return transcript;
        });
        const [first, ...rest] = transcripts;
        for (const transcript of rest) {
          expect(transcript.all).toEqual(first!.all);
          expect({ ...transcript.decoder.stats }).toEqual({ ...first!.decoder.stats });
        }
      }),
      { numRuns: 60 },
    );
  });
}

const NOISE_BYTES = 1_000_000;
const PUSH_BYTES_MAX = 5000;

function expectBalance(stats: DecoderStats, bytesIn: number): void {
  if (stats.bytesIn === bytesIn && stats.bytesAccepted + stats.bytesDiscarded + stats.bytesPending === bytesIn) return;
  expect({ ...stats }).toMatchObject({ bytesIn, bytesPending: bytesIn - stats.bytesAccepted - stats.bytesDiscarded });
}

/** Random bytes, frames with random damage, and runs of one byte, which stress markers. */
function makeNoise(prng: Prng, frames: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + prng.below(PUSH_BYTES_MAX));
  const kind = prng.below(8);
  if (kind === 0) return bytes.fill(prng.below(256));
  if (kind === 1) return bytes.map(() => prng.u32());
  const from = prng.below(frames.length - bytes.length);
  bytes.set(frames.subarray(from, from + bytes.length));
  for (let faults = prng.below(12); faults > 0; faults -= 1) bytes[prng.below(bytes.length)] = prng.u32();
  return bytes;
}

export function proveAccounting(codec: CodecUnderTest): void {
  const total = codec.noiseBytes ?? NOISE_BYTES;
  const seed = Math.trunc(Number(process.env['SEED'] ?? 20_260)); // SEED=n npx vitest run ... repeats a run
  it(`${total.toExponential(0)} random and mutated bytes: no throw, every byte accounted for, little held back (seed ${seed})`, () => {
    const prng = createPrng(seed);
    const frames = join(encodeEach(codec, makeFrames(codec, 1000, seed)));
    let bytesIn = 0;
    let heard = 0;
    let during = 0;
    const check = (): void => {
      during += 1;
      expectBalance(decoder.stats, bytesIn);
    };
    const decoder = codec.createDecoder({
      block({ count }) {
        heard += count;
        check();
      },
      event: check,
    });
    while (bytesIn < total) {
      const noise = makeNoise(prng, frames);
      bytesIn += noise.length;
      decoder.push(noise, us(bytesIn * 90));
      expectBalance(decoder.stats, bytesIn);
      if (decoder.stats.bytesPending > codec.pendingBytesMax) expect(decoder.stats.bytesPending).toBeLessThanOrEqual(codec.pendingBytesMax);
      if (prng.below(200) === 0) {
        decoder.reset();
        expectBalance(decoder.stats, bytesIn);
      }
    }
    expect(decoder.stats.frames).toBe(heard);
    expect(during).toBeGreaterThan(100);
    expect(decoder.stats.bytesDiscarded).toBeGreaterThan(0);
    expect(decoder.stats.bytesAccepted).toBeGreaterThan(0);
  });
}
