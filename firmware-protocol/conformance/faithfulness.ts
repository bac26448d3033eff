import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CodecUnderTest } from './codec-under-test.ts';
import { anyFault, damage, encodeEach, join, makeFrames } from './stream.ts';
import { countHeard, createTranscript } from './transcript.ts';

const seed = fc.integer();
const counter = fc.integer({ min: 0, max: 255 });

export function proveRoundTrip(codec: CodecUnderTest): void {
  it('what is encoded is decoded: samples, connections, indices, and nothing else to tell', () => {
    fc.assert(
      fc.property(seed, counter, fc.integer({ min: 1, max: 200 }), (frameSeed, first, count) => {
        const sent = makeFrames(codec, count, frameSeed);
        const transcript = createTranscript(codec);
        transcript.hear(join(encodeEach(codec, sent, first)));
        expect(transcript.frames).toEqual(sent.map((frame, index) => ({ index, ...frame })));
        expect(transcript.events).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
}

export function proveResync(codec: CodecUnderTest): void {
  it('after any garbage at most one good frame is lost', () => {
    fc.assert(
      fc.property(seed, counter, fc.uint8Array({ maxLength: 300 }), (frameSeed, first, garbage) => {
        const sent = makeFrames(codec, 10, frameSeed);
        const transcript = createTranscript(codec);
        transcript.hear(join([garbage, ...encodeEach(codec, sent, first)]));
        expect(countHeard(sent, transcript.frames)).toBeGreaterThanOrEqual(sent.length - 1);
      }),
      { numRuns: 100 },
    );
  });
}

export function proveSingleFaultCost(codec: CodecUnderTest): void {
  it('one byte dropped, inserted or flipped anywhere costs at most one frame, and the others keep their place', () => {
    const place = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(seed, counter, anyFault, place, (frameSeed, first, fault, where) => {
        const sent = makeFrames(codec, 8, frameSeed);
        const parts = encodeEach(codec, sent, first);
        const damaged = join(parts.slice(0, 6)); // two good frames follow
        const transcript = createTranscript(codec);
        transcript.hear(join([damage(damaged, where % damaged.length, fault), ...parts.slice(6)]));
        expect(countHeard(sent, transcript.frames)).toBeGreaterThanOrEqual(sent.length - 1);
        expect(transcript.decoder.stats.framesLost).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
}

/** Only for codecs with a checksum. */
export function proveNoFalseAccept(codec: CodecUnderTest, guardedBytes: readonly number[]): void {
  it('no flipped bit in what the checksum guards is ever taken for data', () => {
    fc.assert(
      fc.property(seed, counter, (frameSeed, first) => {
        const sent = makeFrames(codec, 4, frameSeed);
        const parts = encodeEach(codec, sent, first);
        for (const at of guardedBytes) {
          for (let bit = 0; bit < 8; bit += 1) {
            const transcript = createTranscript(codec);
            const flipped = damage(parts[1]!, at, { kind: 'flip', mask: 1 << bit });
            transcript.hear(join([parts[0]!, flipped, parts[2]!, parts[3]!]));
            expect(transcript.frames.map(({ index }) => index)).toEqual([0, 2, 3]);
            expect(transcript.events.map(({ kind }) => kind)).toEqual(['refused', 'resync', 'gap']);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
}
