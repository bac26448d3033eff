import { expect, it } from 'vitest';
import { sparklinePath } from './sparkline.ts';

it('runs from edge to edge, the largest value on top', () => {
  expect(sparklinePath([0, 1, 0.5], { width: 20, height: 10 })).toBe('M0.0 10.0L10.0 0.0L20.0 5.0');
});

it('breaks where there is no value, and keeps to limits it was given', () => {
  expect(sparklinePath([50, Number.NaN, 120, 85], { width: 30, height: 70, min: 50, max: 120 })).toBe('M0.0 70.0M20.0 0.0L30.0 35.0');
});

it('has nothing to say about nothing, and lies flat for one value over and over', () => {
  expect(sparklinePath([], { width: 10, height: 10 })).toBe('');
  expect(sparklinePath([7, 7], { width: 10, height: 10 })).toBe('M0.0 10.0L10.0 10.0');
});
