import { expect, it } from 'vitest';
import { createDecoder, createEncoder } from './decoder.ts';
import { linkBudget } from './link-budget.ts';
import { resolveProfile } from './profiles.ts';

const refusal = (id: string, overrides: object = {}) => expect(() => resolveProfile(id, overrides));

it('every field of a profile can be set otherwise', () => {
  const profile = resolveProfile('field', { checksum: { fixed: 21 }, counterModulo: 256, baseline: { V1: 2100 } });
  expect(profile).toMatchObject({ checksum: { fixed: 21 }, counterModulo: 256, baud: 115_200, countsPerMv: 1480 });
  expect(profile.baseline).toMatchObject({ I: 2003, V1: 2100, V6: 1913 });
});

it('the ascii generation sends as many lines as its baud rate carries', () => {
  expect(resolveProfile('field', { protocol: 'ecg12-ascii' }).sampleRate).toBe(280);
  expect(resolveProfile('field', { protocol: 'ecg12-ascii', baud: 57_600 }).sampleRate).toBe(140);
  expect(resolveProfile('field', { protocol: 'ecg12-ascii', sampleRate: 166.7 }).sampleRate).toBe(166.7);
});

it('a bad profile is refused with the place and what it accepts', () => {
  refusal('toString').toThrow('unknown device profile "toString": use one of field, ideal');
  refusal('field', { baud: 12.5 }).toThrow('device profile "field": baud is 12.5, it must be a whole number 50..4000000');
  refusal('ideal', { checksum: 'crc32' }).toThrow('checksum is "crc32", it must be sum7, sum8, xor8, zero, ignore or { fixed: 0..255 }');
  refusal('field', { checksum: { fixed: 300 } }).toThrow('checksum is {"fixed":300}');
  refusal('field', { sampleRate: Number.NaN }).toThrow('sampleRate is null, it must be a number 1..100000');
  refusal('field', { baseline: { V9: 1 } }).toThrow('baseline.V9 is no lead on the wire, use I, II, V1');
  refusal('field', { baseline: { V2: 5000 } }).toThrow('baseline.V2 is 5000, it must be counts 0..4095');
  refusal('field', { bauds: 9600 }).toThrow('there is no field "bauds", use id, protocol, baud');
  refusal('field', { counterModulo: 1 }).toThrow('counterModulo is 1, it must be a whole number 2..256');
});

it('only a receiver may ignore the checksum', () => {
  const profile = resolveProfile('field', { checksum: 'ignore' });
  expect(() => createEncoder(profile)).toThrow('checksum "ignore" is for receivers');
  expect(createDecoder(profile, { block() {}, event() {} }).stats.frames).toBe(0);
});

it('the field stream takes 95.5 % of its wire, and does not fit with a parity bit', () => {
  const field = resolveProfile('field');
  expect(linkBudget(field)).toMatchObject({ neededBytesPerS: 11_000, availableBytesPerS: 11_520, fits: true });
  expect(linkBudget(field).text).toContain('95.5 % of the wire');
  expect(linkBudget(field, { bitsPerByte: 11 }).fits).toBe(false);
});

it('twelve leads do not fit, and the sentence says what would', () => {
  const { fits, text } = linkBudget(resolveProfile('field'), { leads: 12 });
  expect(fits).toBe(false);
  expect(text).toBe(
    '12 leads at 500 frames/s of 30 bytes need 15000 B/s, but 115200 baud carries 11520 B/s at 10 bits a byte: ' +
      'raise the baud rate to 230400 or lower the sample rate to 384',
  );
});
