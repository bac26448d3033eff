import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatSeconds, ms, parseDuration, seconds, toMs, toSeconds, us } from './units.ts';

it('reads durations with a unit', () => {
  expect(['250ms', '10 s', '5min', '1.5 h', '7us'].map(parseDuration)).toEqual([250e3, 10e6, 300e6, 5400e6, 7]);
});

it('refuses one without, and shows how to write it', () => {
  for (const text of ['10', 's', '-1s', '1 day', '']) expect(() => parseDuration(text)).toThrow('Write a number and a unit');
});

it('writes what it reads', () => {
  fc.assert(fc.property(fc.nat(1e9), (span) => parseDuration(formatSeconds(us(span))) === span));
});

it('converts there and back', () => {
  expect([ms(1.5), seconds(2), toMs(ms(3)), toSeconds(seconds(4))]).toEqual([1500, 2e6, 3, 4]);
});
