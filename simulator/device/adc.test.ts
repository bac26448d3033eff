import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_CONNECTED, createScale, PROFILES, resolveProfile } from '../../firmware-protocol/index.ts';
import { createPrng } from '../../kernel/index.ts';
import { createAdc } from './adc.ts';

const convert = (frame: readonly number[], profileId: string): Uint16Array => {
  const samples = new Uint16Array(8);
  const adc = createAdc({ profile: resolveProfile(profileId), prng: createPrng(1) });
  adc.convert(Float32Array.from(frame), Uint16Array.of(ALL_CONNECTED), samples, 1);
  return samples;
};

const profileId = fc.constantFrom(...Object.keys(PROFILES));
const frame = (mv: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -mv, max: mv, noNaN: true }), { minLength: 8, maxLength: 8 });

it('is the inverse of what a receiver does, to half a count a channel', () => {
  fc.assert(
    fc.property(frame(0.4), profileId, (mv, id) => {
      const seen = new Float32Array(8);
      const { countsPerMv } = resolveProfile(id);
      createScale(resolveProfile(id)).countsToMillivolts(convert(mv, id), 1, seen);
      for (const [lead, value] of mv.entries()) {
        const counts = lead < 2 ? 0.5 : 0.5 + 1 / 3; // a chest lead against RA carries a third of the errors of I and II
        expect(Math.abs(seen[lead]! - value) * countsPerMv).toBeLessThan(counts + 1e-3);
      }
    }),
  );
});

it('never leaves twelve bits, whatever comes in', () => {
  fc.assert(
    fc.property(frame(1e6), profileId, (mv, id) => {
      for (const sample of convert(mv, id)) {
        expect(sample).toBeGreaterThanOrEqual(0);
        expect(sample).toBeLessThanOrEqual(4095);
      }
    }),
  );
});
