import { expect, it } from 'vitest';
import { ALL_CONNECTED, electrodeMask, resolveProfile } from '../../firmware-protocol/index.ts';
import { createPrng } from '../../kernel/index.ts';
import { createAdc } from './adc.ts';

const FRAMES = 2000;

/** Samples of one lead after converting `millivolts` on every lead with these electrodes on. */
function converted({
  lead,
  millivolts,
  connected,
  profile = 'ideal',
}: {
  lead: number;
  millivolts: number;
  connected: number;
  profile?: string;
}): number[] {
  const adc = createAdc({ profile: resolveProfile(profile), prng: createPrng(3) });
  const samples = new Uint16Array(8 * FRAMES);
  adc.convert(new Float32Array(8 * FRAMES).fill(millivolts), new Uint16Array(FRAMES).fill(connected), samples, FRAMES);
  return [...samples].filter((_, i) => i % 8 === lead);
}

const V3 = 4;

it('a chest electrode that is off puts its channel, and no other, on the rail the field knows', () => {
  const connected = ALL_CONNECTED & ~electrodeMask(['V3']);
  const rail = converted({ lead: V3, millivolts: 0.5, connected });
  const mean = rail.reduce((sum, value) => sum + value, 0) / FRAMES;
  const sd = Math.sqrt(rail.reduce((sum, value) => sum + (value - mean) ** 2, 0) / FRAMES);
  expect(Math.min(...rail)).toBeGreaterThanOrEqual(4046);
  expect(Math.max(...rail)).toBeLessThanOrEqual(4057);
  expect(sd).toBeGreaterThan(0);
  expect(sd).toBeLessThan(1.5);
  expect(new Set(converted({ lead: V3 + 1, millivolts: 0.5, connected }))).toEqual(new Set([2548]));
});

const convert = (lead: number, millivolts: number, profile: string): number | undefined =>
  converted({ lead, millivolts, connected: ALL_CONNECTED, profile })[0];

it('scales by the profile, chest leads against RA where the profile says so, and clips at both ends', () => {
  expect(convert(0, 0.3, 'ideal')).toBe(2348);
  expect(convert(0, 0.3, 'field')).toBe(2003 + Math.round(0.3 * 1480));
  expect(convert(V3, 0.3, 'field')).toBe(1931 + Math.round((0.3 + 0.2) * 1480));
  expect(convert(0, 9, 'ideal')).toBe(4095);
  expect(convert(0, -9, 'ideal')).toBe(0);
});
