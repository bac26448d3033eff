import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeWaveFrames, encodeWaveFrame, type WaveFrame } from './wave-frame.ts';

const int16 = fc.integer({ min: -32_768, max: 32_767 });
const frames = fc.integer({ min: 0, max: 40 }).chain((count) =>
  fc.record({
    sequence: fc.integer({ min: 0, max: 0xffff_ffff }),
    firstSample: fc.maxSafeNat(),
    sampleRate: fc.integer({ min: 1, max: 0xffff }),
    count: fc.constant(count),
    data: fc.array(int16, { minLength: 8 * count, maxLength: 8 * count }).map((values) => Int16Array.from(values)),
    microvoltsPerLsb: fc.constantFrom(1, 2.5, 0.5),
    electrodesOff: fc.integer({ min: 0, max: 0x1ff }),
    gapBefore: fc.boolean(),
  }),
);

/** A frame as a socket hands it over: somewhere in a larger buffer, at an odd offset. */
function oddly(bytes: Uint8Array): Uint8Array {
  const pool = new Uint8Array(bytes.length + 7);
  pool.set(bytes, 3);
  return pool.subarray(3, 3 + bytes.length);
}

it('comes back as it went, from any offset', () => {
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 3 }), (sent: WaveFrame[]) => {
      const message = Buffer.concat(sent.map(encodeWaveFrame));
      expect(decodeWaveFrames(oddly(message))).toEqual({ ok: true, frames: sent });
    }),
  );
});

it('is little-endian and planar, byte for byte', () => {
  const data = Int16Array.from({ length: 16 }, (_, i) => (i === 0 ? -2 : i));
  const frame: WaveFrame = {
    sequence: 7,
    firstSample: 0x1_0000_0002,
    sampleRate: 500,
    count: 2,
    data,
    microvoltsPerLsb: 2,
    electrodesOff: 9,
    gapBefore: true,
  };
  expect(Buffer.from(encodeWaveFrame(frame)).toString('hex')).toBe(
    'ec010300' +
      '07000000' +
      '0200000001000000' +
      'f401' +
      '0200' +
      'ff00' +
      '0900' +
      '00000040' +
      '00000000' + // header
      'feff0100' +
      '02000300' +
      '04000500' +
      '06000700' +
      '08000900' +
      '0a000b00' +
      '0c000d00' +
      '0e000f00',
  );
});

it('any other bytes are refused in words, never thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const decoded = decodeWaveFrames(bytes);
      if (!decoded.ok) expect(decoded.because).toMatch(/^not a waveform frame: ./);
    }),
  );
});

it('a frame cut short or of another version is refused', () => {
  const frame = {
    sequence: 0,
    firstSample: 0,
    sampleRate: 500,
    count: 1,
    data: new Int16Array(8),
    microvoltsPerLsb: 1,
    electrodesOff: 0,
    gapBefore: false,
  };
  const bytes = encodeWaveFrame(frame);
  expect(decodeWaveFrames(bytes.subarray(0, -1))).toMatchObject({
    ok: false,
    because: expect.stringContaining('1 samples need 48 bytes, got 47'),
  });
  bytes[1] = 2;
  expect(decodeWaveFrames(bytes)).toMatchObject({ ok: false, because: expect.stringContaining('reload the page') });
});
