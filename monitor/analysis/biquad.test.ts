import { expect, it } from 'vitest';
import { filterBlock, gainAt, groupDelayAt, highPass, lowPass, notch, type Section, STATE_SIZE } from './biquad.ts';

const RATE = 500;
const HALF_POWER = Math.SQRT1_2;

function impulseResponse(section: Section, count: number): Float64Array {
  const signal = new Float64Array(count);
  signal[0] = 1;
  filterBlock(section, new Float64Array(STATE_SIZE), 0, signal, count);
  return signal;
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

it('has its corner where it was asked for, and passes or stops direct current exactly', () => {
  for (const hz of [0.5, 8, 16, 40, 150]) {
    expect(gainAt([lowPass(RATE, hz)], RATE, hz)).toBeCloseTo(HALF_POWER, 6);
    expect(gainAt([highPass(RATE, hz)], RATE, hz)).toBeCloseTo(HALF_POWER, 6);
    expect(gainAt([lowPass(RATE, hz)], RATE, 1e-6)).toBeCloseTo(1, 6);
    expect(gainAt([highPass(RATE, hz)], RATE, 1e-9)).toBeCloseTo(0, 9);
  }
});

it('notches mains by 30 dB and leaves 40 Hz alone', () => {
  for (const hz of [50, 60]) {
    expect(gainAt([notch(RATE, hz, 30)], RATE, hz)).toBeLessThan(0.03);
    expect(gainAt([notch(RATE, hz, 30)], RATE, 40)).toBeGreaterThan(0.98);
  }
});

it('filters as its response says: the impulse response sums to the gain at 0 Hz, its centre is the group delay', () => {
  const section = lowPass(RATE, 16);
  const impulse = impulseResponse(section, 2000);
  expect(sum(impulse)).toBeCloseTo(1, 9);
  const centre = sum(impulse.map((value, i) => (value * i) / RATE));
  expect(groupDelayAt([section], RATE, 0.01)).toBeCloseTo(centre, 5);
  expect(Math.abs(impulse.at(-1)!)).toBeLessThan(1e-9);
});

it('carries its state over a cut', () => {
  const section = highPass(RATE, 0.5);
  const signal = Float64Array.from({ length: 300 }, (_, i) => Math.sin(i / 7));
  const whole = signal.slice();
  filterBlock(section, new Float64Array(STATE_SIZE), 0, whole, 300);
  const state = new Float64Array(STATE_SIZE);
  const parts = [signal.slice(0, 101), signal.slice(101)];
  for (const part of parts) filterBlock(section, state, 0, part, part.length);
  expect([...parts[0]!, ...parts[1]!]).toEqual([...whole]);
});

it('refuses a corner beyond half the sampling rate', () => {
  expect(() => lowPass(250, 150)).toThrow('a filter corner must lie in 0..125 Hz, got 150');
});
