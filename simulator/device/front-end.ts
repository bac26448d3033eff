/**
 * What the amplifier in front of the converter does to a channel whose chest electrode is off: its input drifts to the supply and the
 * code stands still near the top, 4046..4057 with a standard deviation below 1.5 (spec device-protocol, section 1, measured).
 * With every wire loose nothing holds an input at its rail: they pick up mains, which arrives here as millivolts like any signal.
 *
 * There is no band limit here, on purpose. The anti-alias filter of such devices is about 150 Hz, the waves of the patient have no
 * energy there (the narrowest, sigma 8 ms, has a spectrum of sigma 20 Hz), and pacing pulses arrive band-limited already. A filter
 * would only move every wave by its group delay, 1.5 ms, away from the truth. Saturation is the converter's: it clips at both ends.
 */
import { SENSED_ELECTRODES, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import type { Prng } from '../../kernel/index.ts';

const LEADS = TRANSMITTED_LEADS.length;
const CHEST = TRANSMITTED_LEADS.indexOf('V1');
/** Bit of V1 in a mask of electrodes that are on; V2..V6 follow. */
const V1_BIT = SENSED_ELECTRODES.indexOf('V1');
const CHEST_MASK = ((1 << (LEADS - CHEST)) - 1) << V1_BIT;
/** A rail never leaves 4047..4056 with a noise of +-1. */
const RAIL = { min: 4048, max: 4055 };

export interface FrontEnd {
  /** In place, counts: puts the channels of chest electrodes that are off on their rail. */
  apply(samples: Uint16Array, connected: Uint16Array, count: number): void;
}

export function createFrontEnd(prng: Prng): FrontEnd {
  const rails = Uint16Array.from({ length: LEADS }, () => RAIL.min + prng.below(RAIL.max - RAIL.min + 1));

  return {
    apply(samples, connected, count) {
      for (let frame = 0; frame < count; frame += 1) {
        const on = connected[frame]!;
        const off = ~on & CHEST_MASK;
        if (off === 0 || on === 0) continue;
        let noise = prng.u32();
        for (let lead = CHEST; lead < LEADS; lead += 1, noise >>>= 2) {
          if ((off & (1 << (V1_BIT + lead - CHEST))) === 0) continue;
          samples[frame * LEADS + lead] = rails[lead]! + (noise & 1) - ((noise >>> 1) & 1); // -1, 0, 0, 1: standard deviation 0.7
        }
      }
    },
  };
}
