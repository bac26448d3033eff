import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEADS, type Lead } from '../../../firmware-protocol/index.ts';
import { LEAD_OFF } from '../../../look/index.ts';
import type { WaveFrame } from '../../server/wave-frame.ts';
import { createLeadPlanes } from './lead-planes.ts';

const frameOf = (data: number[], electrodesOff = 0): WaveFrame => ({
  sequence: 0,
  firstSample: 0,
  sampleRate: 500,
  count: data.length / 8,
  data: Int16Array.from(data),
  microvoltsPerLsb: 2.5,
  electrodesOff,
  gapBefore: false,
});
const int16 = fc.integer({ min: -4000, max: 4000 });

it('keeps the laws of Einthoven and Goldberger on every sample', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }).chain((count) => fc.array(int16, { minLength: 8 * count, maxLength: 8 * count })),
      (data) => {
        const planes = createLeadPlanes().fill(frameOf(data));
        const at = (lead: Lead, i: number): number => planes[LEADS.indexOf(lead)]![i]!;
        for (let i = 0; i < data.length / 8; i += 1) {
          expect(at('I', i) + at('III', i)).toBeCloseTo(at('II', i), 4);
          expect(at('aVR', i) + at('aVL', i) + at('aVF', i)).toBeCloseTo(0, 4);
        }
      },
    ),
  );
});

it('turns units into millivolts', () => {
  const planes = createLeadPlanes().fill(frameOf([400, 800, 0, 0, 0, 0, 0, -400]));
  expect(planes[LEADS.indexOf('I')]![0]).toBeCloseTo(1, 6);
  expect(planes[LEADS.indexOf('V6')]![0]).toBeCloseTo(-1, 6);
});

function broken(electrodesOff: number): Lead[] {
  const planes = createLeadPlanes().fill(frameOf(Array(8).fill(1), electrodesOff));
  return LEADS.filter((_, n) => planes[n]![0] === LEAD_OFF);
}

it('breaks the leads of an electrode that is off, and no other', () => {
  expect(broken(0)).toEqual([]);
  expect(broken(0b1000)).toEqual(['V1']);
  expect(broken(0b0001).length).toBe(11);
  expect(broken(0b0001)).not.toContain('III');
});
