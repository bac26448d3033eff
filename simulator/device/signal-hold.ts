import type { Prng } from '../../kernel/index.ts';

/** Every lead held at one value with a little noise: an input that is alive and says nothing (field bug S03). */
export interface SignalHold {
  set(held: { readonly counts: number; readonly noiseLsb: number } | undefined): void;
  apply(samples: Uint16Array, count: number): void;
}

const LEADS = 8;
const COUNTS_MAX = 4095;

export function createSignalHold(prng: Prng): SignalHold {
  let held: { readonly counts: number; readonly noiseLsb: number } | undefined;
  return {
    set(next) {
      held = next;
    },
    apply(samples, count) {
      if (!held) return;
      const { counts, noiseLsb } = held;
      for (let i = 0; i < count * LEADS; i += 1) {
        const value = counts + prng.below(2 * noiseLsb + 1) - noiseLsb;
        samples[i] = value < 0 ? 0 : value > COUNTS_MAX ? COUNTS_MAX : value;
      }
    },
  };
}
