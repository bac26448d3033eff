import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_CONNECTED, createEncoder, resolveProfile } from '../../firmware-protocol/index.ts';
import { pictureLastFrame } from './frame-picture.ts';

const binary = resolveProfile('ideal');
const ascii = resolveProfile('ideal', { protocol: 'ecg12-ascii' });
const samples = fc.array(fc.integer({ min: 0, max: 4095 }), { minLength: 16, maxLength: 16 });

it('takes the last whole frame out of what left, byte for byte', () => {
  fc.assert(
    fc.property(samples, fc.nat({ max: 1000 }), fc.nat({ max: 21 }), (counts, counter, cutOff) => {
      const out = new Uint8Array(44);
      createEncoder(binary).encode({ samples: Uint16Array.from(counts), connected: Uint16Array.of(511, 511), count: 2, counter }, out, 0);
      const picture = pictureLastFrame(out.subarray(0, 44 - cutOff), binary, ALL_CONNECTED);
      const from = cutOff === 0 ? 22 : 0;
      const bytes = picture?.fields.flatMap((field) => field.bytes.map((byte) => Number.parseInt(byte, 16)));
      expect(bytes).toEqual([...out.subarray(from, from + 22)]);
      expect(picture?.counter).toBe((counter + (cutOff === 0 ? 1 : 0)) % 64);
    }),
  );
});

it('shows a line of the legacy generation by its columns', () => {
  const out = new Uint8Array(200);
  const counts = Uint16Array.from([1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18]);
  const end = createEncoder(ascii).encode({ samples: counts, connected: Uint16Array.of(511, 511), count: 2, counter: 0 }, out, 0);
  const fields = pictureLastFrame(out.subarray(0, end), ascii, ALL_CONNECTED)?.fields ?? [];
  const shown = Object.fromEntries(fields.map((field) => [field.name, Number(field.bytes[0])]));
  expect(shown).toEqual({ I: 11, II: 12, V1: 13, V2: 14, V3: 15, V4: 16, V5: 17, V6: 18 });
});

it('finds nothing in noise that has no end, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 128 }), fc.constantFrom(binary, ascii), (bytes, profile) => {
      const picture = pictureLastFrame(bytes, profile, 0);
      if (picture?.counter != null) expect(picture.fields).toHaveLength(11);
    }),
  );
});
