import type { DeviceProfile } from '../../firmware-protocol/index.ts';
import { ALL_CONNECTED } from '../../firmware-protocol/index.ts';
import { toSeconds } from '../../kernel/index.ts';
import type { Simulator } from '../contract.ts';
import { pictureLastFrame } from './frame-picture.ts';
import type { LinkReport } from './messages.ts';

/** Start, eight data bits, stop. */
const BITS_PER_BYTE = 10;
/** Enough for the longest line twice. */
const TAIL_BYTES = 128;
/** Rates are means over the last so many reports. */
const REPORTS_KEPT = 10;

/** What goes over the wire, measured on the simulator's clock. Call `report` at a steady pace: rates reach back REPORTS_KEPT calls. */
export function createLinkMeter({ simulator, profile }: { simulator: Simulator; profile: DeviceProfile }): {
  report(): LinkReport;
  close(): void;
} {
  const tail = new Uint8Array(TAIL_BYTES);
  let filled = 0;
  let mask = ALL_CONNECTED;
  const past: { seconds: number; bytes: number; frames: number }[] = [];

  const cancels = [
    simulator.onBytes((bytes) => {
      const kept = bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES));
      const over = Math.max(0, filled + kept.length - TAIL_BYTES);
      tail.copyWithin(0, over, filled);
      tail.set(kept, filled - over);
      filled += kept.length - over;
    }),
    simulator.onFrames(({ connected, count }) => {
      mask = connected[count - 1] ?? mask;
    }),
  ];

  function report(): LinkReport {
    const { bytesSent, framesSent } = simulator.stats;
    const { at, plugged, muted } = simulator.state;
    // A silence that is known needs no mean.
    if (!plugged || muted) past.length = 0;
    const now = { seconds: toSeconds(at), bytes: bytesSent, frames: framesSent };
    past.push(now);
    if (past.length > REPORTS_KEPT) past.shift();
    const first = past[0] ?? now;
    const span = now.seconds - first.seconds;
    const bytesPerS = span > 0 ? (now.bytes - first.bytes) / span : 0;
    return {
      bytesPerS,
      framesPerS: span > 0 ? (now.frames - first.frames) / span : 0,
      load: (bytesPerS * BITS_PER_BYTE) / profile.baud,
      lastFrame: pictureLastFrame(tail.subarray(0, filled), profile, mask),
    };
  }

  return {
    report,
    close() {
      for (const cancel of cancels) cancel();
    },
  };
}
