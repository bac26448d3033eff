import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ALL_CONNECTED,
  deriveAVF,
  deriveAVL,
  deriveAVR,
  deriveIII,
  ELECTRODES_OF,
  electrodeMask,
  electrodesOff,
  LEAD_MASKS,
  LEADS,
  SENSED_ELECTRODES,
} from './leads.ts';

const potential = fc.integer({ min: -3000, max: 3000 });

it('derived leads are what the electrodes give (Einthoven, Goldberger)', () => {
  fc.assert(
    fc.property(potential, potential, potential, (ra, la, ll) => {
      const [i, ii] = [la - ra, ll - ra];
      expect(deriveIII(i, ii)).toBe(ll - la);
      expect(deriveAVR(i, ii) + 0).toBe(ra - (la + ll) / 2);
      expect(deriveAVL(i, ii)).toBe(la - (ra + ll) / 2);
      expect(deriveAVF(i, ii)).toBe(ll - (ra + la) / 2);
    }),
  );
});

it('a mask names the electrodes that are off, and what each lead needs', () => {
  expect(electrodeMask(SENSED_ELECTRODES)).toBe(ALL_CONNECTED);
  expect(electrodesOff(ALL_CONNECTED & ~electrodeMask(['LA', 'V3']))).toEqual(['LA', 'V3']);
  for (const lead of LEADS) expect(LEAD_MASKS[lead]).toBe(electrodeMask(ELECTRODES_OF[lead]));
});
