import { expect, it } from 'vitest';
import { createRepolarisation } from './repolarisation.ts';

const QTC = 400;

it('starts at Fridericia for the first interval', () => {
  expect(createRepolarisation().qt({ rrMs: 1000, qtcMs: QTC })).toBeCloseTo(QTC, 6);
  expect(createRepolarisation().qt({ rrMs: 512, qtcMs: QTC })).toBeCloseTo(0.8 * QTC, 6);
});

it('after a step of rate, QT has gone about two thirds of the way in 25 s', () => {
  const repolarisation = createRepolarisation();
  repolarisation.remember(1000);
  const [slow, fast] = [QTC, QTC * Math.cbrt(0.8)];
  for (let ms = 0; ms < 25_000; ms += 800) repolarisation.remember(800);
  const gone = (slow - repolarisation.qt({ rrMs: 800, qtcMs: QTC })) / (slow - fast);
  expect(gone).toBeGreaterThan(0.55);
  expect(gone).toBeLessThan(0.75);
});

it('one short cycle shortens its own QT at once, a long pause lengthens none beyond reason', () => {
  const repolarisation = createRepolarisation();
  repolarisation.remember(1000);
  expect(repolarisation.qt({ rrMs: 300, qtcMs: QTC })).toBeLessThanOrEqual(1.125 * QTC * Math.cbrt(0.3) + 1e-9);
  repolarisation.remember(60_000);
  expect(repolarisation.qt({ rrMs: 60_000, qtcMs: QTC })).toBeLessThan(QTC * Math.cbrt(1.5));
});
