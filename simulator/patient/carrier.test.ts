import { expect, it } from 'vitest';
import { createPrng, us } from '../../kernel/index.ts';
import { createCarrier } from './carrier.ts';
import { cycleOf } from './oscillator.ts';

const source = { leads: new Float64Array(8).fill(1), oscillators: [{ cycle: cycleOf([1]), hz: 5, level: () => 1 }] };

it('swells over 80 ms, dies over 80 ms, and says when nothing is left', () => {
  const carrier = createCarrier({ sources: [source], prng: createPrng(1), start: us(0), microsPerFrame: 1000 });
  carrier.fade(us(500_000));
  const out = new Float32Array(8 * 700);
  carrier.render(out, 0, 0, 700);
  const ii = out.filter((_, i) => i % 8 === 1);
  expect(ii[0]).toBe(0);
  expect(Math.max(...ii.subarray(100, 500))).toBeCloseTo(1, 2);
  expect(ii.subarray(580).every((mv) => mv === 0)).toBe(true);
  expect([carrier.endedBy(579_999), carrier.endedBy(580_000)]).toEqual([false, true]);
});
