/** Two wires of the cable in each other's place. */
import { ELECTRODES, type Electrode, SENSED_ELECTRODES } from '../../firmware-protocol/index.ts';
import { createPotentials, type Potentials } from './electrodes.ts';

const indexOf = (electrode: Electrode): number => (SENSED_ELECTRODES as readonly string[]).indexOf(electrode);
/** The right leg is electrically as good as the left one. */
const siteOf = (electrode: Electrode): number => indexOf(electrode === 'RL' ? 'LL' : electrode);

/** Throws a RangeError when the two are not two different electrodes of the cable. */
export function checkPair([a, b]: readonly [Electrode, Electrode]): void {
  for (const electrode of [a, b]) {
    if (!(ELECTRODES as readonly string[]).includes(electrode))
      throw new RangeError(`no electrode "${electrode}"; there are ${ELECTRODES.join(', ')}`);
  }
  if (a === b) throw new RangeError(`a swap needs two different electrodes, got ${a} twice`);
}

/** Gives each wire of the pair the potential of the other's place, in place. */
export function createSwap(framesMax: number): (potentials: Potentials, pair: readonly [Electrode, Electrode], count: number) => void {
  const held = createPotentials(framesMax);
  return (potentials, [a, b], count) => {
    const [wireA, wireB] = [indexOf(a), indexOf(b)];
    held[0]!.set(potentials[siteOf(a)]!.subarray(0, count));
    held[1]!.set(potentials[siteOf(b)]!.subarray(0, count));
    if (wireA >= 0) potentials[wireA]!.set(held[1]!.subarray(0, count));
    if (wireB >= 0) potentials[wireB]!.set(held[0]!.subarray(0, count));
  };
}
