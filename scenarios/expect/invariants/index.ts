import { everyLinkGapIsReported } from './every-link-gap-is-reported.ts';
import type { Invariant } from './invariant.ts';
import { noHrWithoutSignal } from './no-hr-without-signal.ts';
import { timeGoesForward } from './time-goes-forward.ts';

/** Invariants by the name a scenario file uses. */
export const INVARIANTS = {
  'every-link-gap-is-reported': everyLinkGapIsReported,
  'no-hr-without-signal': noHrWithoutSignal,
  'time-goes-forward': timeGoesForward,
} as const satisfies Record<string, Invariant>;

export type InvariantId = keyof typeof INVARIANTS;
export const INVARIANT_IDS = Object.keys(INVARIANTS) as [InvariantId, ...InvariantId[]];
