import { createScale, type DeviceProfile } from '../../firmware-protocol/index.ts';
import type { Prng } from '../../kernel/index.ts';
import { createFrontEnd } from './front-end.ts';

/** Millivolts of eight leads to 12-bit counts as this model of the device gives them: scale, baseline, chest reference, rails. */
export interface Adc {
  /** Frame-major; chest leads against Wilson's terminal. No allocation. */
  convert(leads: Float32Array, connected: Uint16Array, samples: Uint16Array, count: number): void;
}

export function createAdc({ profile, prng }: { profile: DeviceProfile; prng: Prng }): Adc {
  const scale = createScale(profile);
  const frontEnd = createFrontEnd(prng);
  return {
    convert(leads, connected, samples, count) {
      scale.millivoltsToCounts(leads, count, samples);
      frontEnd.apply(samples, connected, count);
    },
  };
}
