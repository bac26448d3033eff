import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  CALIBRATION,
  fitPxPerMm,
  GAINS_MM_PER_MV,
  millivoltsToPx,
  pxToSeconds,
  type Scale,
  SPEEDS_MM_PER_S,
  secondsToPx,
  sharpPxPerMm,
} from './paper.ts';

const usual: Scale = { speedMmPerS: 25, gainMmPerMv: 10, pxPerMm: 4 };
const scales = fc.record({
  speedMmPerS: fc.constantFrom(...SPEEDS_MM_PER_S),
  gainMmPerMv: fc.constantFrom(...GAINS_MM_PER_MV),
  pxPerMm: fc.integer({ min: 2, max: 16 }),
});

it('one second is 25 mm and one millivolt is 10 mm', () => {
  expect(secondsToPx(1, usual) / usual.pxPerMm).toBe(25);
  expect(millivoltsToPx(1, usual) / usual.pxPerMm).toBe(10);
});

it('the calibration pulse is 10 mm high and 5 mm wide', () => {
  expect(millivoltsToPx(CALIBRATION.millivolts, usual) / usual.pxPerMm).toBe(10);
  expect(secondsToPx(CALIBRATION.seconds, usual) / usual.pxPerMm).toBe(5);
});

it('one small square is 40 ms and 0.1 mV', () => {
  expect(pxToSeconds(usual.pxPerMm, usual)).toBeCloseTo(0.04, 12);
  expect(millivoltsToPx(0.1, usual)).toBeCloseTo(usual.pxPerMm, 12);
});

it('pixels and seconds are each other backwards, at every scale', () => {
  fc.assert(
    fc.property(scales, fc.double({ min: 0, max: 3600, noNaN: true }), (scale, s) => {
      expect(pxToSeconds(secondsToPx(s, scale), scale)).toBeCloseTo(s, 6);
    }),
  );
});

it('twice the speed is twice as wide, twice the gain twice as high', () => {
  expect(secondsToPx(1, { ...usual, speedMmPerS: 50 })).toBe(2 * secondsToPx(1, usual));
  expect(millivoltsToPx(1, { ...usual, gainMmPerMv: 20 })).toBe(2 * millivoltsToPx(1, usual));
});

it('a sharp millimetre is a whole number of device pixels', () => {
  expect([1, 1.25, 1.5, 2, 3].map((ratio) => sharpPxPerMm(4, ratio))).toEqual([4, 5, 6, 8, 12]);
  expect(sharpPxPerMm(3, 1.25)).toBe(4);
});

it('ten seconds fit a width exactly', () => {
  const pxPerMm = fitPxPerMm({ widthPx: 760, seconds: 10, speedMmPerS: 25 });
  expect(secondsToPx(10, { ...usual, pxPerMm })).toBeCloseTo(760, 9);
});
