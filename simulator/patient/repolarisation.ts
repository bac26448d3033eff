/**
 * QT follows the rate, late: the ventricle answers to a mean of the last RR intervals, each weighing exp(-age / 25 s) (the time constant
 * of Bachi et al. 2023, simECG), through Fridericia's cube root. One short cycle also shortens its own action potential at once
 * (restitution), so QT never exceeds Fridericia's value for the last interval by more than an eighth: T stays in front of the next T.
 */
const MEMORY_MS = 25_000;
const RESTITUTION_MAX = 1.125;
/** Fridericia's formula is not used outside the intervals it was fitted on: a pause of ten seconds does not give a QT of 800 ms. */
const RR_MS = { min: 200, max: 1500 };

const within = (rrMs: number): number => Math.min(RR_MS.max, Math.max(RR_MS.min, rrMs));
const fridericia = (qtcMs: number, rrMs: number): number => qtcMs * Math.cbrt(rrMs / 1000);

export interface Repolarisation {
  qt(interval: { rrMs: number; qtcMs: number }): number;
  /** A beat came `rrMs` after the one before. */
  remember(rrMs: number): void;
}

export function createRepolarisation(): Repolarisation {
  let effectiveMs: number | undefined;
  return {
    qt: ({ rrMs, qtcMs }) => {
      const now = within(rrMs);
      return Math.min(fridericia(qtcMs, effectiveMs ?? now), RESTITUTION_MAX * fridericia(qtcMs, now));
    },
    remember: (rrMs) => {
      const now = within(rrMs);
      effectiveMs ??= now;
      effectiveMs += (1 - Math.exp(-now / MEMORY_MS)) * (now - effectiveMs);
    },
  };
}
