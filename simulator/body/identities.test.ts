import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ELECTRODES, LEADS } from '../../firmware-protocol/index.ts';
import { createPrng, us } from '../../kernel/index.ts';
import { createPatient, RHYTHMS } from '../patient/index.ts';
import { createBody, toTwelveLeads } from './index.ts';

const FRAMES = 1000;
/** Counts per mV of the finest and the coarsest front end. */
const GAINS = [200, 1000, 1480];
const at = (lead: (typeof LEADS)[number]): number => LEADS.indexOf(lead);

const state = fc.record({
  rhythm: fc.constantFrom(...RHYTHMS.map((spec) => spec.id)),
  seed: fc.integer({ min: 0, max: 1e6 }),
  wander: fc.constantFrom(0, 0.5, 5),
  mains: fc.constantFrom(0, 0.1, 5),
  emg: fc.constantFrom(0, 20, 1000),
  off: fc.subarray([...ELECTRODES]),
  swap: fc.option(fc.shuffledSubarray([...ELECTRODES], { minLength: 2, maxLength: 2 })),
  gain: fc.constantFrom(...GAINS),
});

it('Einthoven and Goldberger hold within one LSB in every rhythm, noise and electrode state', () => {
  const eight = new Float32Array(FRAMES * 8);
  const twelve = new Float32Array(FRAMES * 12);
  fc.assert(
    fc.property(state, ({ rhythm, seed, off, swap, gain, ...noise }) => {
      const body = createBody({ prng: createPrng(seed), sampleRate: 500 });
      for (const id of ['wander', 'mains', 'emg'] as const) body.setNoise(id, noise[id]);
      for (const electrode of off) body.setElectrode(electrode, 'off');
      if (swap) body.swap([swap[0]!, swap[1]!]);
      createPatient({ prng: createPrng(seed), sampleRate: 500, rhythm }).render(eight, FRAMES);
      body.process(eight, new Uint16Array(FRAMES), FRAMES, us(0));
      toTwelveLeads(eight, twelve, FRAMES);
      let worst = 0;
      for (let frame = 0; frame < FRAMES; frame += 1) {
        const lsb = (lead: (typeof LEADS)[number]): number => Math.round(gain * twelve[12 * frame + at(lead)]!);
        const einthoven = Math.abs(lsb('I') + lsb('III') - lsb('II'));
        const goldberger = Math.abs(lsb('aVR') + lsb('aVL') + lsb('aVF'));
        worst = Math.max(worst, einthoven, goldberger, Number.isFinite(einthoven + goldberger) ? 0 : Infinity);
      }
      expect(worst).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});
