/**
 * The AV node in atrial fibrillation (after Corino et al. 2011): impulses arrive at random, on average an eighth of a second after a dead
 * time of 50 ms; the node is refractory for a time that grows with the last interval, along a fast path (0.6 of the beats) or a slow one; an
 * impulse just after that is still blocked with a chance that falls to nothing over 100 ms. The model is run at its natural setting
 * and its intervals stretched to the rate asked for, which keeps their variation (standard deviation near 0.22 of the mean).
 */
import type { Prng } from '../../kernel/index.ts';

const ARRIVALS_HZ = 8;
const ARRIVAL_FLOOR_S = 0.05;
const REFRACTORY = { baseS: 0.31, perInterval: 0.15, slowS: 0.2, fastShare: 0.6 };
const RECOVERY_PER_S = 10;
/** Mean interval of the model at this setting. */
const NATURAL_CYCLE_S = 0.6287;

export interface AvNode {
  /** us to the next conducted impulse, for a mean of `meanUs`. */
  nextCycle(meanUs: number): number;
}

export function createAvNode(prng: Prng): AvNode {
  let lastS = NATURAL_CYCLE_S;
  const arrival = (): number => ARRIVAL_FLOOR_S - Math.log(1 - prng.unit()) / ARRIVALS_HZ;

  function interval(): number {
    const slow = prng.unit() >= REFRACTORY.fastShare;
    const refractoryS = REFRACTORY.baseS + (slow ? REFRACTORY.slowS : REFRACTORY.perInterval * lastS);
    let atS = 0;
    for (;;) {
      atS += arrival();
      const late = atS - refractoryS;
      if (late >= 0 && prng.unit() >= 1 - RECOVERY_PER_S * late) return atS;
    }
  }

  return {
    nextCycle: (meanUs) => {
      lastS = interval();
      return Math.round((meanUs * lastS) / NATURAL_CYCLE_S);
    },
  };
}
