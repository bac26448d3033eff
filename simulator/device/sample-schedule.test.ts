import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seconds, us } from '../../kernel/index.ts';
import { createSampleSchedule } from './sample-schedule.ts';

it('a minute of time is a minute of frames', () => {
  expect(createSampleSchedule({ sampleRate: 500, driftPpm: 0 }).dueBy(seconds(60))).toBe(30_000);
});

it('a crystal that is fast by 100 ppm gains 0.1 frames in a thousand, for ever', () => {
  const schedule = createSampleSchedule({ sampleRate: 500, driftPpm: 100 });
  expect(schedule.rate).toBeCloseTo(500.05, 9);
  expect(schedule.dueBy(seconds(86_400))).toBe(43_204_320);
});

it('a frame is complete one frame after the instant it stands for, and not before', () => {
  const rates = fc.constantFrom(166.7, 250, 255.8, 280, 500, 1000);
  fc.assert(
    fc.property(rates, fc.integer({ min: -1000, max: 1000 }), fc.nat({ max: 10_000_000 }), (sampleRate, driftPpm, index) => {
      const schedule = createSampleSchedule({ sampleRate, driftPpm });
      const complete = schedule.instantOf(index + 1);
      expect(schedule.dueBy(us(complete + 1))).toBeGreaterThanOrEqual(index + 1);
      expect(schedule.dueBy(us(complete - 2))).toBeLessThanOrEqual(index);
    }),
  );
});

it('says what drift is', () => {
  expect(() => createSampleSchedule({ sampleRate: 500, driftPpm: 5000 })).toThrow('clock drift must be -1000..1000 ppm, got 5000');
});
