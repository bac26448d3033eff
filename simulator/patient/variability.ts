/**
 * Heart-rate variability: a low-frequency rhythm of blood pressure (0.1 Hz) and a high-frequency one of the breath (0.25 Hz), LF/HF 0.5
 * in power (McSharry et al. 2003). Each is a narrow-band Gaussian process, 0.01 Hz wide: a random phasor that turns and forgets, which can
 * be sampled at any instants, and so at the beats themselves.
 */
import { type Micros, type Prng, toSeconds } from '../../kernel/index.ts';

const LF = { hz: 0.1, share: 1 / 3 };
const HF = { hz: 0.25, share: 2 / 3 };
/** exp(-t/tau) has a Lorentzian of half-width 1/(2 pi tau). */
const FORGET_S = 1 / (2 * Math.PI * 0.01);
const CLIP = 3;
/** Above 100 bpm the vagus lets go: SDNN falls with the square of the interval (trend of Monfredi et al. 2014). */
const FULL_FROM_MS = 600;

export interface Variability {
  /** Deviation of the interval that begins at `at`, in ms: standard deviation `sdnnMs` up to 100 bpm. Asked for in order of time. */
  deviation(at: Micros, mean: { rrMs: number; sdnnMs: number }): number;
}

function createPhasor(prng: Prng, hz: number): (at: Micros) => number {
  let last: Micros | undefined;
  let re = prng.normal();
  let im = prng.normal();
  return (at) => {
    const span = last === undefined ? 0 : Math.max(0, toSeconds((at - last) as Micros));
    last = at;
    const keep = Math.exp(-span / FORGET_S);
    const fresh = Math.sqrt(1 - keep * keep);
    const turn = 2 * Math.PI * hz * span;
    const [a, b] = [re, im];
    re = keep * (a * Math.cos(turn) - b * Math.sin(turn)) + fresh * prng.normal();
    im = keep * (a * Math.sin(turn) + b * Math.cos(turn)) + fresh * prng.normal();
    return re;
  };
}

export function createVariability(prng: Prng): Variability {
  const lf = createPhasor(prng.fork('lf'), LF.hz);
  const hf = createPhasor(prng.fork('hf'), HF.hz);
  return {
    deviation: (at, { rrMs, sdnnMs }) => {
      const z = Math.sqrt(LF.share) * lf(at) + Math.sqrt(HF.share) * hf(at);
      const sd = sdnnMs * Math.min(1, (rrMs / FULL_FROM_MS) ** 2);
      return sd * Math.min(CLIP, Math.max(-CLIP, z));
    },
  };
}
