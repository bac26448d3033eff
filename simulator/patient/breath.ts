import { type Micros, type Prng, toSeconds } from '../../kernel/index.ts';

const BREATH = { depth: 0.025, seconds: 4 };

/** Breathing turns the heart and fills the chest: beats grow and shrink by 2.5 % over four seconds. */
export function createBreath(prng: Prng): (at: Micros) => number {
  const phase = prng.unit();
  return (at) => {
    const turn = toSeconds(at) / BREATH.seconds + phase;
    return 1 + BREATH.depth * Math.sin(2 * Math.PI * (turn - Math.floor(turn)));
  };
}
