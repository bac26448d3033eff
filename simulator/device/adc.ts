import { type DeviceProfile, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import type { Prng } from '../../kernel/index.ts';
import { createFrontEnd } from './front-end.ts';

/** Millivolts of eight leads to 12-bit counts as this model of the device gives them: scale, baseline, chest reference, rails. */
export interface Adc {
  /** Frame-major; chest leads against Wilson's terminal. No allocation. */
  convert(leads: Float32Array, connected: Uint16Array, samples: Uint16Array, count: number): void;
}

const LEADS = TRANSMITTED_LEADS.length;
const COUNTS_MAX = 4095;

/** To the code below: half a count was added before. */
const code = (counts: number): number => (counts < 0 ? 0 : counts > COUNTS_MAX ? COUNTS_MAX : counts);

export function createAdc({ profile, prng }: { profile: DeviceProfile; prng: Prng }): Adc {
  const frontEnd = createFrontEnd(prng);
  const gain = profile.countsPerMv;
  // chest channels against RA lie (I + II) / 3 above the same electrode against Wilson's terminal
  const share = profile.chestReference === 'RA' ? 1 / 3 : 0;
  const [i, ii, v1, v2, v3, v4, v5, v6] = TRANSMITTED_LEADS.map((lead) => profile.baseline[lead] + 0.5) as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ];

  /** Written out: a loop over the leads takes three times as long, and every frame of every device comes through here. */
  function quantise(leads: Float32Array, samples: Uint16Array, count: number): void {
    for (let at = 0; at < count * LEADS; at += LEADS) {
      const leadI = leads[at]!;
      const leadII = leads[at + 1]!;
      const wilson = (leadI + leadII) * share;
      samples[at] = code(i + leadI * gain);
      samples[at + 1] = code(ii + leadII * gain);
      samples[at + 2] = code(v1 + (leads[at + 2]! + wilson) * gain);
      samples[at + 3] = code(v2 + (leads[at + 3]! + wilson) * gain);
      samples[at + 4] = code(v3 + (leads[at + 4]! + wilson) * gain);
      samples[at + 5] = code(v4 + (leads[at + 5]! + wilson) * gain);
      samples[at + 6] = code(v5 + (leads[at + 6]! + wilson) * gain);
      samples[at + 7] = code(v6 + (leads[at + 7]! + wilson) * gain);
    }
  }

  return {
    convert(leads, connected, samples, count) {
      quantise(leads, samples, count);
      frontEnd.apply(samples, connected, count);
    },
  };
}
