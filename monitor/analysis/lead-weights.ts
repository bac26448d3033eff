/**
 * How much each lead counts in the fused detector signal: height of its beats over the square of its noise, as a matched filter
 * would weigh it. A lead that is off counts nothing at once; trust in the others moves slowly.
 */
import type { LevelMemory } from './level-memory.ts';

/** Share of the new weights in each update, once a second. */
const ADAPT = 0.2;
/** A lead is never taken for quieter than this share of its beats, nor than this (mV/s): no lead rules alone. */
const NOISE_SHARE_MIN = 0.05;
const NOISE_MIN = 0.1;
/** Noise as a share of the beats: up to the first a lead is perfect, from the second on it is useless. */
const NOISE_GOOD = 0.15;
const NOISE_BAD = 0.7;

export interface LeadWeights {
  /** Sum 1, or all 0. */
  readonly weights: Float64Array;
  /** Quality of each lead, 0..1. */
  readonly quality: Float64Array;
  /** Sets the weights of unusable leads to nothing and gives the rest their share; bit `lead` of `usable` is set when it is one. */
  restrict(usable: number): void;
  /** Once a second. */
  update(qrs: LevelMemory, noise: LevelMemory): void;
  reset(): void;
}

export function createLeadWeights(leads: number): LeadWeights {
  const trust = new Float64Array(leads).fill(1 / leads);
  const fresh = new Float64Array(leads);
  const weights = new Float64Array(leads).fill(1 / leads);
  const quality = new Float64Array(leads).fill(1);
  let usableNow = 2 ** leads - 1;

  function restrict(usable: number): void {
    usableNow = usable;
    let sum = 0;
    for (let lead = 0; lead < leads; lead += 1) sum += (usable >>> lead) & 1 ? trust[lead]! : 0;
    for (let lead = 0; lead < leads; lead += 1) weights[lead] = sum > 0 && (usable >>> lead) & 1 ? trust[lead]! / sum : 0;
  }

  function update(qrs: LevelMemory, noise: LevelMemory): void {
    let sum = 0;
    for (let lead = 0; lead < leads; lead += 1) {
      const beats = qrs.ofLead(lead);
      const quiet = noise.ofLead(lead);
      const floor = Math.max(quiet, NOISE_SHARE_MIN * beats, NOISE_MIN);
      fresh[lead] = beats / (floor * floor);
      quality[lead] = beats > 0 ? Math.max(0, Math.min(1, (NOISE_BAD - quiet / beats) / (NOISE_BAD - NOISE_GOOD))) : 1;
      sum += fresh[lead]!;
    }
    if (sum > 0) for (let lead = 0; lead < leads; lead += 1) trust[lead]! += ADAPT * (fresh[lead]! / sum - trust[lead]!);
    restrict(usableNow);
  }

  return {
    weights,
    quality,
    restrict,
    update,
    reset() {
      trust.fill(1 / leads);
      quality.fill(1);
      restrict(usableNow);
    },
  };
}
