/**
 * Does the heart rest between beats? Even in a fast rhythm the steepness falls far below that of a beat for a good part of the time; in
 * coarse ventricular fibrillation, and in heavy noise, it hardly ever does. Alone that proves nothing (a flat-out tachycardia rests
 * little), but what is counted at wild intervals in a signal without rest are no beats.
 */
const WINDOW_S = 8;
/** Rest: steepness below this share of that of beats, for at least that share of the time. */
const REST = { below: 0.3, share: 0.2 };

export interface RestWatch {
  /** One column: how steep it is, and how steep beats usually are. */
  step(energy: number, beats: number): void;
  /** Once a second. */
  second(): void;
  /** No rest for eight seconds. */
  readonly isRestless: boolean;
  reset(): void;
}

export function createRestWatch(rate: number): RestWatch {
  const resting = new Uint32Array(WINDOW_S);
  let turn = 0;
  let seconds = 0;
  let isRestless = false;

  return {
    step(energy, beats) {
      if (energy < REST.below * beats) resting[turn]! += 1;
    },
    second() {
      seconds = Math.min(seconds + 1, WINDOW_S);
      let columns = 0;
      for (let i = 0; i < WINDOW_S; i += 1) columns += resting[i]!;
      isRestless = seconds === WINDOW_S && columns < REST.share * WINDOW_S * rate;
      turn = (turn + 1) % WINDOW_S;
      resting[turn] = 0;
    },
    get isRestless() {
      return isRestless;
    },
    reset() {
      resting.fill(0);
      seconds = 0;
      isRestless = false;
    },
  };
}
