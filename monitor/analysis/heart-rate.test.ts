import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHeartRate } from './heart-rate.ts';

/** Plays intervals from 0 s on; returns the time of the last beat. */
function play(rate: ReturnType<typeof createHeartRate>, intervals: readonly number[], from = 0): number {
  let t = from;
  for (const interval of intervals) {
    t += interval;
    rate.beat(t, interval);
  }
  return t;
}

it('is exact for a steady rhythm of any rate', () => {
  fc.assert(
    fc.property(fc.double({ min: 10, max: 300, noNaN: true }), (bpm) => {
      const rate = createHeartRate();
      const end = play(rate, Array(12).fill(60 / bpm));
      expect(rate.rate(end + 0.3)).toBeCloseTo(bpm, 6);
    }),
  );
});

it('counts both kinds of interval alike when they alternate', () => {
  const rate = createHeartRate();
  const end = play(
    rate,
    Array.from({ length: 21 }, (_, i) => (i % 2 === 0 ? 0.5 : 1.1)),
  );
  expect(rate.rate(end)).toBeCloseTo(75, 1);
});

it('follows a step within four seconds, and a small one within the window', () => {
  const rate = createHeartRate();
  let end = play(rate, Array(20).fill(1));
  end = play(rate, Array(8).fill(0.5), end);
  expect(rate.rate(end)).toBeCloseTo(120, 6);
  end = play(rate, Array(24).fill(0.45), end);
  expect(rate.rate(end)).toBeCloseTo(60 / 0.45, 1);
});

it('is nothing after a silence, later in a slow rhythm than in a quick one', () => {
  const quick = createHeartRate();
  const end = play(quick, Array(10).fill(0.8));
  expect(quick.rate(end + 3.9)).not.toBeNull();
  expect(quick.rate(end + 4.1)).toBeNull();
  const slow = createHeartRate();
  expect(slow.rate(play(slow, [6, 6]) + 6)).toBeCloseTo(10, 6);
});

it('shows an integer that is never off by one and does not flicker', () => {
  const rate = createHeartRate();
  let t = 0;
  const shown = Array.from({ length: 60 }, (_, i) => {
    t = play(rate, [60 / (98.5 + 0.3 * Math.sin(i))], t);
    return rate.shown(t);
  }).slice(12);
  expect(new Set(shown).size).toBe(1);
  expect([98, 99]).toContain(shown[0]);
});

it('takes a step of a fifth or less, up or down, for a new rate although the window still holds the old one', () => {
  const steps = fc.record({ from: fc.double({ min: 60, max: 240, noNaN: true }), by: fc.double({ min: 1.08, max: 1.2, noNaN: true }) });
  fc.assert(
    fc.property(steps, fc.boolean(), ({ from, by }, up) => {
      const rate = createHeartRate();
      const to = up ? from * by : from / by;
      const end = play(rate, Array(40).fill(60 / from));
      play(rate, Array(Math.ceil((7 * to) / 60)).fill(60 / to), end);
      expect(rate.rate(end + 7)).toBeCloseTo(to, 6);
    }),
  );
});

it('takes the breath for no step', () => {
  const rate = createHeartRate();
  let end = play(rate, Array(20).fill(0.75));
  for (let breath = 0; breath < 10; breath += 1) {
    end = play(rate, [0.75, 0.774, 0.78, 0.75, 0.726, 0.72], end);
    expect(Math.abs(rate.rate(end)! - 80)).toBeLessThan(1);
  }
});
