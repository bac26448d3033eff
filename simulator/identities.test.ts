/** Einthoven's and Goldberger's laws on what leaves the converter, in every state of patient, noise and electrodes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ALL_CONNECTED,
  createScale,
  deriveAVF,
  deriveAVL,
  deriveAVR,
  deriveIII,
  ELECTRODES,
  electrodeMask,
  PROFILES,
  resolveProfile,
  SENSED_ELECTRODES,
  TRANSMITTED_LEADS,
} from '../firmware-protocol/index.ts';
import { createPrng, us } from '../kernel/index.ts';
import { createBody } from './body/index.ts';
import { createAdc } from './device/adc.ts';
import { createPatient, RHYTHMS } from './patient/index.ts';

const LEADS = TRANSMITTED_LEADS.length;
const FRAMES = 1500;
const ADC_MAX = 4095;
const NOISE_MAX = { wander: 1, mains: 0.5, emg: 100 } as const;

const state = fc.record({
  seed: fc.integer(),
  profileId: fc.constantFrom(...Object.keys(PROFILES)),
  noise: fc.record({
    wander: fc.constantFrom(0, NOISE_MAX.wander),
    mains: fc.constantFrom(0, NOISE_MAX.mains),
    emg: fc.constantFrom(0, NOISE_MAX.emg),
  }),
  off: fc.subarray([...ELECTRODES]),
  swapped: fc.constantFrom(null, ['LA', 'RA'] as const, ['RA', 'LL'] as const, ['V1', 'V2'] as const),
});
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;

interface Converted {
  /** mV before the converter, chest leads against Wilson's terminal. */
  readonly leads: Float32Array;
  readonly connected: Uint16Array;
  readonly samples: Uint16Array;
}

function convert(rhythm: string, { seed, profileId, noise, off, swapped }: State): Converted {
  const sampleRate = 500;
  const prng = createPrng(seed);
  const patient = createPatient({ prng: prng.fork('patient'), sampleRate, rhythm });
  const body = createBody({ prng: prng.fork('body'), sampleRate });
  for (const id of ['wander', 'mains', 'emg'] as const) body.setNoise(id, noise[id]);
  for (const electrode of off) body.setElectrode(electrode, 'off');
  body.swap(swapped);
  const leads = new Float32Array(FRAMES * LEADS);
  const connected = new Uint16Array(FRAMES);
  const samples = new Uint16Array(FRAMES * LEADS);
  patient.render(leads, FRAMES);
  body.process(leads, connected, FRAMES, us(0));
  createAdc({ profile: resolveProfile(profileId), prng }).convert(leads, connected, samples, FRAMES);
  return { leads, connected, samples };
}

/** Counts from baseline, as a monitor has them. */
function limbCounts(samples: Uint16Array, frame: number, profileId: string): [number, number] {
  const { baseline } = resolveProfile(profileId);
  return [samples[frame * LEADS]! - baseline.I, samples[frame * LEADS + 1]! - baseline.II];
}

it.each(RHYTHMS.map(({ id }) => id))('%s: I + III = II and aVR + aVL + aVF = 0 within one count, on every sample', (rhythm) => {
  fc.assert(
    fc.property(state, (now) => {
      const { samples } = convert(rhythm, now);
      let worst = 0;
      for (let frame = 0; frame < FRAMES; frame += 1) {
        const [i, ii] = limbCounts(samples, frame, now.profileId);
        const [iii, avr, avl, avf] = [deriveIII(i, ii), deriveAVR(i, ii), deriveAVL(i, ii), deriveAVF(i, ii)].map(Math.round) as [
          number,
          number,
          number,
          number,
        ];
        worst = Math.max(
          worst,
          Math.abs(i + iii - ii),
          Math.abs(avr + avl + avf),
          Math.abs(avr + (i + ii) / 2),
          Math.abs(avf - (ii + iii) / 2),
        );
      }
      expect(worst).toBeLessThanOrEqual(1);
    }),
    { numRuns: 12 },
  );
});

it.each(RHYTHMS.map(({ id }) => id))(
  '%s: every derived lead and every V lead is within one count of what the electrodes gave',
  (rhythm) => {
    fc.assert(
      fc.property(state, (now) => {
        const { leads, connected, samples } = convert(rhythm, now);
        const profile = resolveProfile(now.profileId);
        const seen = new Float32Array(FRAMES * LEADS);
        createScale(profile).countsToMillivolts(samples, FRAMES, seen);
        let worst = 0;
        for (let frame = 0; frame < FRAMES; frame += 1) {
          const at = frame * LEADS;
          if (samples.subarray(at, at + LEADS).some((sample) => sample === 0 || sample === ADC_MAX)) continue; // at a rail nothing is known
          for (const derive of [deriveIII, deriveAVR, deriveAVL, deriveAVF]) {
            worst = Math.max(worst, Math.abs(derive(seen[at]!, seen[at + 1]!) - derive(leads[at]!, leads[at + 1]!)));
          }
          for (let lead = 2; lead < LEADS; lead += 1) {
            const isOn = (connected[frame]! & electrodeMask([TRANSMITTED_LEADS[lead] as 'V1'])) !== 0;
            if (isOn) worst = Math.max(worst, Math.abs(seen[at + lead]! - leads[at + lead]!));
          }
        }
        expect(worst * profile.countsPerMv).toBeLessThanOrEqual(1);
      }),
      { numRuns: 8 },
    );
  },
);

it('the connection bits are those of the electrodes', () => {
  fc.assert(
    fc.property(state, (now) => {
      const { connected } = convert('sinus', now);
      const off = electrodeMask(SENSED_ELECTRODES.filter((electrode) => now.off.includes(electrode)));
      if (now.swapped === null) expect(connected.every((mask) => mask === (ALL_CONNECTED & ~off))).toBe(true);
    }),
    { numRuns: 20 },
  );
});
