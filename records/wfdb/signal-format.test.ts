import fc from 'fast-check';
import { expect, it } from 'vitest';
import { missingValue, SIGNAL_FORMATS } from './signal-format.ts';

const FORMATS = [...SIGNAL_FORMATS.values()];

it.each(FORMATS.map((format) => [format.id, format] as const))(
  'format %i: decode undoes encode for any samples it can hold',
  (_, format) => {
    const min = missingValue(format.bits);
    const values = fc.array(fc.integer({ min, max: -min - 1 }), { maxLength: 50 });
    fc.assert(
      fc.property(values, (numbers) => {
        const samples = Int32Array.from(numbers);
        const bytes = new Uint8Array(format.bytesFor(samples.length));
        format.encode(samples, bytes);
        const back = new Int32Array(samples.length);
        format.decode(bytes, back);
        expect(back).toEqual(samples);
      }),
    );
  },
);

it.each(FORMATS.map((format) => [format.id, format] as const))('format %i: encode undoes decode for any bytes', (_, format) => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.infiniteStream(fc.nat({ max: 255 })), (pairs, stream) => {
      const bytes = Uint8Array.from(stream.take(format.bytesFor(2 * pairs)));
      const samples = new Int32Array(2 * pairs);
      format.decode(bytes, samples);
      const back = new Uint8Array(bytes.length);
      format.encode(samples, back);
      expect(back).toEqual(bytes);
    }),
  );
});

it('lays 212 out as the signal manual says', () => {
  const bytes = new Uint8Array(3);
  SIGNAL_FORMATS.get(212)!.encode(Int16Array.of(0x123, -2048), bytes);
  expect([...bytes]).toEqual([0x23, 0x81, 0x00]);
});
