import { expect, it } from 'vitest';
import { LEADS, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import { synthesise } from './index.ts';

const OPTIONS = { rhythm: 'sinus', params: { rate: 60, hrv: 0 }, seed: 5, sampleRate: 500, durationS: 10 };

it('gives eight or twelve leads of the same heart, and its truth', () => {
  const [eight, twelve] = [synthesise(OPTIONS), synthesise({ ...OPTIONS, leads: 12 })];
  expect(eight.leads).toEqual(TRANSMITTED_LEADS);
  expect(twelve.leads).toEqual(LEADS);
  expect([...eight.signals, ...twelve.signals].every((row) => row.length === 5000)).toBe(true);
  const iii = twelve.signals[LEADS.indexOf('III')]!;
  const worst = iii.reduce((most, mv, i) => Math.max(most, Math.abs(mv - (eight.signals[1]![i]! - eight.signals[0]![i]!))), 0);
  expect(worst).toBeLessThan(1e-6);
  expect(eight.truth.filter((event) => event.kind === 'beat')).toHaveLength(10);
  expect(twelve.truth).toEqual(eight.truth);
});

it('tells its noise, and the same seed gives the same record', () => {
  const noisy = { ...OPTIONS, noise: { mains: 0.1, emg: 10 } };
  expect(synthesise(noisy).truth.slice(0, 2)).toEqual([
    { kind: 'noise', at: 0, id: 'mains', level: 0.1, unit: 'mV' },
    { kind: 'noise', at: 0, id: 'emg', level: 10, unit: 'uV' },
  ]);
  const [a, b, clean] = [synthesise(noisy), synthesise(noisy), synthesise(OPTIONS)].map(({ signals }) => Buffer.from(signals[1]!.buffer));
  expect(a!.equals(b!)).toBe(true);
  expect(a!.equals(clean!)).toBe(false);
});

it('refuses a record of nothing', () => {
  expect(() => synthesise({ ...OPTIONS, durationS: 0 })).toThrow('a record needs a duration above 0 s, got 0 s');
  expect(() => synthesise({ ...OPTIONS, rhythm: 'tango' })).toThrow('no rhythm "tango"');
});
