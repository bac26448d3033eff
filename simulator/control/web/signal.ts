import { LEAD_MASKS, TRANSMITTED_LEADS } from '../../../firmware-protocol/index.ts';
import { LEAD_OFF, MISSING } from '../../../look/index.ts';
import { NO_FRAME, PREVIEW_FRAME_BYTES, STRIP_SECONDS } from '../messages.ts';

const LEADS = TRANSMITTED_LEADS.length;
const MASK_AT = 2 * LEADS;
const UV_PER_MV = 1000;

/** The preview as it arrives, outside of React: the last STRIP_SECONDS of eight leads in mV. */
export interface Signal {
  readonly sampleRate: number;
  /** Signal time after the newest frame, microseconds; NaN before the first. */
  readonly endUs: number;
  /** Frames in the layout of PREVIEW_FRAME_BYTES, the first at `atUs`. What was skipped becomes MISSING; what came before is written over. */
  push(atUs: number, frames: Uint8Array): void;
  /** Nothing was sent up to this signal time. */
  silentUntil(us: number): void;
  /** One lead (index in TRANSMITTED_LEADS) from STRIP_SECONDS before the end to the end. Valid until the next push. */
  window(lead: number): Float32Array;
}

export function createSignal(sampleRate: number): Signal {
  const shown = Math.round(STRIP_SECONDS * sampleRate);
  // Longer than the window, so that it moves to the front once in a window instead of with every batch, and a window can be taken back.
  const kept = 2 * shown;
  const planes = TRANSMITTED_LEADS.map(() => new Float32Array(kept + shown).fill(MISSING));
  let filled = kept;
  let endUs = Number.NaN;

  function makeRoom(count: number): void {
    if (filled + count <= kept + shown) return;
    for (const plane of planes) plane.copyWithin(0, filled - kept, filled);
    filled = kept;
  }

  function skip(count: number): void {
    const missing = Math.min(count, shown);
    makeRoom(missing);
    for (const plane of planes) plane.fill(MISSING, filled, filled + missing);
    filled += missing;
  }

  function push(atUs: number, frames: Uint8Array): void {
    const count = Math.min(shown, Math.floor(frames.byteLength / PREVIEW_FRAME_BYTES));
    const view = new DataView(frames.buffer, frames.byteOffset, frames.byteLength);
    const gap = Math.round(((atUs - endUs) * sampleRate) / 1e6);
    // What was held to be silent has come after all; anything farther back is another stream.
    if (gap < 0 && filled + gap >= kept - shown && -gap <= shown) filled += gap;
    else skip(gap >= 0 ? gap : shown);
    makeRoom(count);
    for (let frame = 0; frame < count; frame += 1) {
      const at = frame * PREVIEW_FRAME_BYTES;
      const connected = view.getUint16(at + MASK_AT, true);
      for (const [lead, name] of TRANSMITTED_LEADS.entries()) {
        planes[lead]![filled + frame] = sampleOf(view.getInt16(at + 2 * lead, true), connected, LEAD_MASKS[name]);
      }
    }
    filled += count;
    endUs = atUs + (count / sampleRate) * 1e6;
  }

  return {
    sampleRate,
    get endUs() {
      return endUs;
    },
    push,
    silentUntil(until) {
      const frames = Math.floor(((until - endUs) * sampleRate) / 1e6);
      if (!(frames > 0)) return;
      skip(frames);
      endUs += (frames / sampleRate) * 1e6;
    },
    window: (lead) => planes[lead]!.subarray(filled - shown, filled),
  };
}

function sampleOf(microvolts: number, connected: number, needed: number): number {
  if ((connected & NO_FRAME) !== 0) return MISSING;
  return (connected & needed) === needed ? microvolts / UV_PER_MV : LEAD_OFF;
}
