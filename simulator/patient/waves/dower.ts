/** Leads in the order of TRANSMITTED_LEADS: I, II, V1..V6. */
export const LEAD_COUNT = 8;

/** A heart vector in mV: X to the left, Y to the feet, Z to the back. */
export type Vector = readonly [x: number, y: number, z: number];
/** One number per lead, mV: I, II, V1..V6. */
export type LeadGains = readonly [number, number, number, number, number, number, number, number];

/** What each lead sees of the heart vector (Dower, Machado, Osborne 1980). Limb rows: only I and II, the others follow from them. */
const DOWER: readonly Vector[] = [
  [0.632, -0.235, 0.059],
  [0.235, 1.066, -0.132],
  [-0.515, 0.157, -0.917],
  [0.044, 0.164, -1.387],
  [0.882, 0.098, -1.277],
  [1.213, 0.127, -0.601],
  [1.125, 0.127, -0.086],
  [0.831, 0.076, 0.23],
];

/**
 * One gain per independent lead: the dipole's part and what a dipole cannot explain. A residual cannot break Einthoven's law, since
 * III, aVR, aVL and aVF are never stored.
 */
export function projectDipole([x, y, z]: Vector, residual?: LeadGains): Float64Array {
  return Float64Array.from(DOWER, ([dx, dy, dz], lead) => dx * x + dy * y + dz * z + (residual?.[lead] ?? 0));
}

/** Adds `heights[i]` times the gains of `leads` to frame `at + i` of `out`, frame-major, for `count` frames. */
export function addProjected(out: Float32Array, at: number, leads: Float64Array, heights: Float64Array, count: number): void {
  const g0 = leads[0]!;
  const g1 = leads[1]!;
  const g2 = leads[2]!;
  const g3 = leads[3]!;
  const g4 = leads[4]!;
  const g5 = leads[5]!;
  const g6 = leads[6]!;
  const g7 = leads[7]!;
  let o = at * LEAD_COUNT;
  for (let i = 0; i < count; i += 1, o += LEAD_COUNT) {
    const height = heights[i]!;
    out[o] = out[o]! + g0 * height;
    out[o + 1] = out[o + 1]! + g1 * height;
    out[o + 2] = out[o + 2]! + g2 * height;
    out[o + 3] = out[o + 3]! + g3 * height;
    out[o + 4] = out[o + 4]! + g4 * height;
    out[o + 5] = out[o + 5]! + g5 * height;
    out[o + 6] = out[o + 6]! + g6 * height;
    out[o + 7] = out[o + 7]! + g7 * height;
  }
}
