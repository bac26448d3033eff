import { createScale, type DeviceProfile, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import { type Micros, us } from '../../kernel/index.ts';
import type { Simulator } from '../contract.ts';
import { NO_FRAME, PREVIEW_FRAME_BYTES, STRIP_SECONDS } from './messages.ts';

const LEADS = TRANSMITTED_LEADS.length;
const MASK_AT = 2 * LEADS;
const INT16_MAX = 32_767;
const UV_PER_MV = 1000;

export interface PreviewBatch {
  readonly at: Micros;
  readonly frames: Uint8Array;
}

export interface PreviewFeed {
  /** Frames since the last call, or undefined when there are none. The bytes are the caller's. */
  take(): PreviewBatch | undefined;
  /** Up to STRIP_SECONDS before what `take` will give next, for a page that has just come. */
  history(): PreviewBatch | undefined;
  close(): void;
}

/** What the device sends, in microvolts, for people to look at. See PREVIEW_FRAME_BYTES for the layout. */
export function createPreviewFeed({ simulator, profile }: { simulator: Simulator; profile: DeviceProfile }): PreviewFeed {
  const microsPerFrame = 1e6 / profile.sampleRate;
  const capacity = Math.ceil(STRIP_SECONDS * profile.sampleRate);
  const ring = new Uint8Array(capacity * PREVIEW_FRAME_BYTES);
  const view = new DataView(ring.buffer);
  const scale = createScale(profile);
  let millivolts = new Float32Array(0);
  let written = 0;
  let taken = 0;
  let end: number | undefined;

  /** Time without power is time without frames, and stays blank on the strip. */
  function skip(frames: number): void {
    for (let i = 0; i < Math.min(frames, capacity); i += 1) {
      view.setUint16((written % capacity) * PREVIEW_FRAME_BYTES + MASK_AT, NO_FRAME, true);
      written += 1;
    }
  }

  const cancel = simulator.onFrames(({ samples, connected, count, at }) => {
    if (end !== undefined) skip(Math.round((at - end) / microsPerFrame));
    if (millivolts.length < count * LEADS) millivolts = new Float32Array(count * LEADS);
    scale.countsToMillivolts(samples, count, millivolts);
    for (let frame = 0; frame < count; frame += 1) {
      const place = (written % capacity) * PREVIEW_FRAME_BYTES;
      for (let lead = 0; lead < LEADS; lead += 1) {
        const microvolts = Math.round(millivolts[frame * LEADS + lead]! * UV_PER_MV);
        view.setInt16(place + 2 * lead, Math.max(-INT16_MAX, Math.min(INT16_MAX, microvolts)), true);
      }
      view.setUint16(place + MASK_AT, connected[frame]!, true);
      written += 1;
    }
    end = at + count * microsPerFrame;
  });

  /** The `count` frames before frame `upTo`, oldest first. */
  function cut(count: number, upTo: number): PreviewBatch | undefined {
    if (count <= 0 || end === undefined) return undefined;
    const frames = new Uint8Array(count * PREVIEW_FRAME_BYTES);
    const start = (upTo - count) % capacity;
    const head = Math.min(count, capacity - start);
    frames.set(ring.subarray(start * PREVIEW_FRAME_BYTES, (start + head) * PREVIEW_FRAME_BYTES));
    frames.set(ring.subarray(0, (count - head) * PREVIEW_FRAME_BYTES), head * PREVIEW_FRAME_BYTES);
    return { at: us(end - (written - upTo + count) * microsPerFrame), frames };
  }

  return {
    take() {
      const fresh = Math.min(written - taken, capacity);
      taken = written;
      return cut(fresh, written);
    },
    history: () => cut(Math.min(taken, capacity - (written - taken)), taken),
    close: cancel,
  };
}
