import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveProfile } from './profiles.ts';
import { createScale } from './scale.ts';

const millivolts = fc.array(fc.double({ min: -0.45, max: 0.45, noNaN: true }), { minLength: 8, maxLength: 8 });

it.each(['field', 'ideal'])('%s: millivolts to counts and back is off by less than two steps of the ADC', (id) => {
  const profile = resolveProfile(id);
  const scale = createScale(profile);
  const counts = new Uint16Array(8);
  const back = new Float32Array(8);
  fc.assert(
    fc.property(millivolts, (leads) => {
      scale.millivoltsToCounts(Float32Array.from(leads), 1, counts);
      scale.countsToMillivolts(counts, 1, back);
      for (const [lead, value] of leads.entries()) expect(Math.abs(back[lead]! - value) * profile.countsPerMv).toBeLessThan(1);
    }),
  );
});

it('field: chest channels are sent against RA, so the receiver takes off (I + II) / 3', () => {
  const scale = createScale(resolveProfile('field'));
  const counts = new Uint16Array(8);
  scale.millivoltsToCounts(Float32Array.of(0.3, 0.6, 0, 1, 0, 0, 0, 0), 1, counts);
  expect([...counts]).toEqual([2003 + 444, 1983 + 888, 2011 + 444, 1976 + 1480 + 444, 1931 + 444, 1878 + 444, 1905 + 444, 1913 + 444]);
  const leads = new Float32Array(8);
  scale.countsToMillivolts(counts, 1, leads);
  expect([...leads].map((lead) => Number(lead.toFixed(4)))).toEqual([0.3, 0.6, 0, 1, 0, 0, 0, 0]);
});

it('what is beyond the range stays at the rail', () => {
  const scale = createScale(resolveProfile('ideal'));
  const counts = new Uint16Array(8);
  scale.millivoltsToCounts(Float32Array.of(9, -9, 0, 0, 0, 0, 0, 0), 1, counts);
  expect([...counts.subarray(0, 3)]).toEqual([4095, 0, 2048]);
});
