import { createDecoder, type DecoderEvent, type DecoderStats, type DeviceProfile, TRANSMITTED_LEADS } from '../firmware-protocol/index.ts';
import { us } from '../kernel/index.ts';

const LEADS = TRANSMITTED_LEADS.length;

export interface Decoded {
  /** By stream index: the eight samples of each frame that came through. */
  readonly frames: ReadonlyMap<number, readonly number[]>;
  readonly connected: ReadonlyMap<number, number>;
  readonly events: readonly DecoderEvent[];
  readonly stats: DecoderStats;
}

/** What a receiver makes of these bytes: proofs on whole runs compare it with what was sent. */
export function decodeAll(bytes: Uint8Array, profile: DeviceProfile): Decoded {
  const frames = new Map<number, readonly number[]>();
  const connected = new Map<number, number>();
  const events: DecoderEvent[] = [];
  const decoder = createDecoder(profile, {
    block({ firstFrame, count, samples, connected: masks }) {
      for (let i = 0; i < count; i += 1) {
        frames.set(firstFrame + i, [...samples.subarray(i * LEADS, (i + 1) * LEADS)]);
        connected.set(firstFrame + i, masks[i]!);
      }
    },
    event: (event) => events.push(event),
  });
  decoder.push(bytes, us(0));
  return { frames, connected, events, stats: decoder.stats };
}
