import type { Prng } from '../../kernel/index.ts';

/** A device that lives on the power of its bus: every plug-in is a new start. */
export interface Power {
  readonly on: boolean;
  /** Frames since power came: its low bits are the counter on the wire. */
  readonly frame: number;
  plugIn(): void;
  pullOut(): void;
  /** Takes the next `count` frames of this life; the ones that fall into the start-up are blanked, because the converter is not awake yet. */
  run(samples: Uint16Array, count: number): void;
}

/** Zero samples after power-on as seen in the field (spec device-protocol, section 1). */
const FIELD_ZEROS = { min: 160, max: 1520 };

const LEADS = 8;

/**
 * `startUpZeros`: frames of zeros after each power-on. Not given: 160..1520, drawn anew each time, for the profile `field`, and none
 * for any other. Throws a RangeError when it is not a whole number from 0 on.
 */
export function createPower({ profileId, startUpZeros, prng }: { profileId: string; startUpZeros: number | undefined; prng: Prng }): Power {
  if (startUpZeros !== undefined && !(Number.isInteger(startUpZeros) && startUpZeros >= 0)) {
    throw new RangeError(`startUpZeros must be a whole number of frames, 0 or more, got ${startUpZeros}`);
  }
  let on = false;
  let frame = 0;
  let zeros = 0;

  function drawZeros(): number {
    if (startUpZeros !== undefined) return startUpZeros;
    return profileId === 'field' ? FIELD_ZEROS.min + prng.below(FIELD_ZEROS.max - FIELD_ZEROS.min + 1) : 0;
  }

  return {
    get on() {
      return on;
    },
    get frame() {
      return frame;
    },
    plugIn() {
      on = true;
      frame = 0;
      zeros = drawZeros();
    },
    pullOut() {
      on = false;
    },
    run(samples, count) {
      const blank = Math.min(count, Math.max(0, zeros - frame));
      if (blank > 0) samples.fill(0, 0, blank * LEADS);
      frame += count;
    },
  };
}
