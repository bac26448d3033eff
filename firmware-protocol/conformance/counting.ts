import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CodecUnderTest } from './codec-under-test.ts';
import { encodeEach, join, makeFrames } from './stream.ts';
import { createTranscript } from './transcript.ts';

/** Only for codecs whose frames are counted. */
export function proveCounting(codec: CodecUnderTest, modulo: number): void {
  const first = fc.integer({ min: 0, max: modulo - 1 });

  it('a gap shorter than a turn is counted exactly, and the frames behind it keep their place in time', () => {
    fc.assert(
      fc.property(fc.integer(), first, fc.integer({ min: 1, max: modulo - 1 }), (seed, counter, gone) => {
        const sent = makeFrames(codec, 10 + gone + 10, seed);
        const parts = encodeEach(codec, sent, counter);
        const transcript = createTranscript(codec);
        transcript.hear(join([...parts.slice(0, 10), ...parts.slice(10 + gone)]));
        expect(transcript.events).toMatchObject([{ kind: 'gap', frames: gone, exact: true }]);
        expect(transcript.frames).toEqual(sent.map((frame, index) => ({ index, ...frame })).toSpliced(10, gone));
        expect(transcript.decoder.stats.framesLost).toBe(gone);
      }),
      { numRuns: 50 },
    );
  });

  it('frames sent again are dropped and reported, across the end of a turn too', () => {
    const again = fc.integer({ min: 1, max: Math.max(1, Math.floor(modulo / 2) - 1) });
    fc.assert(
      fc.property(fc.integer(), first, again, (seed, counter, repeated) => {
        const sent = makeFrames(codec, 2 * modulo, seed);
        const parts = encodeEach(codec, sent, counter);
        const transcript = createTranscript(codec);
        transcript.hear(join([...parts.slice(0, modulo), ...parts.slice(modulo - repeated, modulo), ...parts.slice(modulo)]));
        expect(transcript.events.map(({ kind }) => kind)).toEqual(Array(repeated).fill('duplicate'));
        expect(transcript.frames).toEqual(sent.map((frame, index) => ({ index, ...frame })));
      }),
      { numRuns: 50 },
    );
  });
}
