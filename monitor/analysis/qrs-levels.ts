/** How high beats and noise usually are, and the threshold between them. */
import { createLevelMemory, type LevelMemory } from './level-memory.ts';

const DEPTH = 8;
const THRESHOLD_SHARE = 0.33;
/** When noise reaches this share of the beats, the threshold rises by the other one. */
const NOISY = { from: 0.22, raise: 0.16 };
/** No peak below this is a beat: a QRS of 0.12 mV reaches it (IEC 60601-2-27 lets a monitor ignore up to 0.15 mV). mV/s. */
export const FLOOR = 2;

export interface QrsLevels {
  /** Peaks that were beats, and peaks that were not, per lead. */
  readonly qrs: LevelMemory;
  readonly noise: LevelMemory;
  /** Fused, mV/s: between beats and noise, and how high beats usually are. */
  readonly threshold: number;
  readonly beats: number;
  /** After a change of the memories or of the weights. */
  reweigh(): void;
  reset(): void;
}

export function createQrsLevels({ leads, weights }: { leads: number; weights: Float64Array }): QrsLevels {
  const qrs = createLevelMemory({ leads, depth: DEPTH });
  const noise = createLevelMemory({ leads, depth: DEPTH });
  const threshold = Float64Array.of(FLOOR);
  const beats = Float64Array.of(0);

  function reweigh(): void {
    const low = noise.fused(weights);
    const high = qrs.fused(weights);
    beats[0] = high;
    const share = THRESHOLD_SHARE + (low > NOISY.from * high ? NOISY.raise : 0);
    threshold[0] = Math.max(FLOOR, low + share * (high - low));
  }

  return {
    qrs,
    noise,
    reweigh,
    get threshold() {
      return threshold[0]!;
    },
    get beats() {
      return beats[0]!;
    },
    reset() {
      qrs.clear();
      noise.clear();
      reweigh();
    },
  };
}
