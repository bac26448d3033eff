import {
  ASCII_COLUMNS,
  binaryLayout,
  type DeviceProfile,
  ELECTRODES_OF,
  electrodeMask,
  TRANSMITTED_LEADS,
  type TransmittedLead,
} from '../../firmware-protocol/index.ts';
import type { FramePicture } from './messages.ts';

const { CHECKSUM, COUNTER, END, FRAME_BYTES, START, WORDS } = binaryLayout;
const LINE_FEED = 0x0a;

/**
 * The last whole frame in the bytes that left the device, with its fields named; null when there is none. `mask` says which
 * electrodes are on where the frame itself cannot (bit order of SENSED_ELECTRODES).
 */
export function pictureLastFrame(tail: Uint8Array, profile: DeviceProfile, mask: number): FramePicture | null {
  return profile.protocol === 'ecg12-ascii' ? asciiPicture(tail, mask) : binaryPicture(tail, profile, mask);
}

function binaryPicture(tail: Uint8Array, profile: DeviceProfile, mask: number): FramePicture | null {
  for (let at = tail.length - FRAME_BYTES; at >= 0; at -= 1) {
    if (tail[at + START.at] !== START.value || tail[at + END.at] !== END.value) continue;
    const hex = Array.from(tail.subarray(at, at + FRAME_BYTES), (byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
    const counter = (tail[at + COUNTER.at] ?? 0) % profile.counterModulo;
    const words = TRANSMITTED_LEADS.map((lead, i) => {
      const from = WORDS.at + 2 * i;
      return { name: lead, bytes: hex.slice(from, from + 2), connected: isOn(lead, mask) };
    });
    return {
      counter,
      fields: [
        { name: 'head', bytes: hex.slice(0, CHECKSUM.at), connected: true },
        { name: 'sum', bytes: hex.slice(CHECKSUM.at, WORDS.at), connected: true },
        ...words,
        { name: 'end', bytes: hex.slice(END.at), connected: true },
      ],
    };
  }
  return null;
}

function asciiPicture(tail: Uint8Array, mask: number): FramePicture | null {
  const end = tail.lastIndexOf(LINE_FEED);
  const start = end <= 0 ? -1 : tail.lastIndexOf(LINE_FEED, end - 1);
  if (start < 0) return null;
  const columns = String.fromCharCode(...tail.subarray(start + 1, end))
    .trim()
    .split(/[\t ]+/);
  if (columns.length !== ASCII_COLUMNS.length) return null;
  return {
    counter: null,
    fields: ASCII_COLUMNS.map((lead, i) => ({ name: lead, bytes: [columns[i] ?? ''], connected: isOn(lead, mask) })),
  };
}

/** Whether the electrode that makes this lead its own is on: LA for I, LL for II, Vn for Vn. */
function isOn(lead: TransmittedLead, mask: number): boolean {
  return (mask & electrodeMask(ELECTRODES_OF[lead].slice(-1))) !== 0;
}
