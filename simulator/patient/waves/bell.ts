/**
 * One bell curve for every wave of every rhythm: exp(-u²/2) for u = 0..4, lowered so that it ends at exactly zero (a wave that is cut
 * would leave a step of 0.4 uV). Read with linear interpolation: 1024 steps a sigma are more than 8 kHz for any sigma up to 128 ms.
 * Rounded to 32 bits, because the last bits of Math.exp differ between engines and samples must not.
 */
export const BELL_REACH = 4;
export const BELL_STEPS = 1024;

const EDGE = Math.exp(-(BELL_REACH ** 2) / 2);

/** Two places past the end, so that a read at the end needs no check. */
export const BELL = Float64Array.from({ length: BELL_REACH * BELL_STEPS + 2 }, (_, i) => {
  const u = i / BELL_STEPS;
  return u >= BELL_REACH ? 0 : Math.fround((Math.exp((-u * u) / 2) - EDGE) / (1 - EDGE));
});
