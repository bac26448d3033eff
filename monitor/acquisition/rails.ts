/** Which samples stand at the end of the converter's range, and which frames are empty. Counts 0..4095. */
import { type FrameBlock, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';

const LEADS = TRANSMITTED_LEADS.length;
/** Electrodes that are off were seen at 4046..4057, live signal up to 4090 only for an instant (spec device-protocol, section 1). */
const UPPER = 4040;
const LOWER = 55;

/** Writes the `rails` of FrameFlags for every frame of the block. */
export function markRails({ samples, count }: FrameBlock, rails: Uint16Array): void {
  for (let frame = 0; frame < count; frame += 1) {
    let mask = 0;
    for (let lead = 0; lead < LEADS; lead += 1) {
      const code = samples[frame * LEADS + lead]!;
      if (code >= UPPER) mask |= 1 << lead;
      else if (code <= LOWER) mask |= 1 << (8 + lead);
    }
    rails[frame] = mask;
  }
}

/** All eight samples zero: the device runs but has no data yet (after power-up) or none now (a drop-out). */
export function isEmpty(samples: Uint16Array, frame: number): boolean {
  for (let lead = 0; lead < LEADS; lead += 1) if (samples[frame * LEADS + lead] !== 0) return false;
  return true;
}
