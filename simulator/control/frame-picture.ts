import {
  type DeviceProfile,
  ELECTRODES_OF,
  SENSED_ELECTRODES,
  TRANSMITTED_LEADS,
  type TransmittedLead,
} from '../../firmware-protocol/index.ts';
import type { FramePicture } from './messages.ts';

/** Layout of one binary frame: spec device-protocol, section 1. */
const FRAME_BYTES = 22;
const START = 0xe8;
const END = 0x8e;
const HEAD_BYTES = 4;
const SUM_AT = 4;
const WORDS_AT = 5;

/** Column order of the ASCII generation: spec device-protocol, section 2. */
const ASCII_ORDER: readonly TransmittedLead[] = ['I', 'V4', 'V5', 'II', 'V3', 'V6', 'V1', 'V2'];
const LINE_FEED = 0x0a;
const COLUMNS = ASCII_ORDER.length;

/**
 * The last whole frame in the bytes that left the device, with its fields named; null when there is none. `mask` says which
 * electrodes are on where the frame itself cannot (bit order of SENSED_ELECTRODES).
 */
export function pictureLastFrame(tail: Uint8Array, profile: DeviceProfile, mask: number): FramePicture | null {
  return profile.protocol === 'ecg12-ascii' ? asciiPicture(tail, mask) : binaryPicture(tail, profile, mask);
}

function binaryPicture(tail: Uint8Array, profile: DeviceProfile, mask: number): FramePicture | null {
  for (let at = tail.length - FRAME_BYTES; at >= 0; at -= 1) {
    if (tail[at] !== START || tail[at + FRAME_BYTES - 1] !== END) continue;
    const hex = Array.from(tail.subarray(at, at + FRAME_BYTES), (byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
    const counter = (tail[at + 1] ?? 0) % profile.counterModulo;
    const words = TRANSMITTED_LEADS.map((lead, i) => {
      const from = WORDS_AT + 2 * i;
      return { name: lead, bytes: hex.slice(from, from + 2), connected: isOn(lead, mask) };
    });
    return {
      counter,
      fields: [
        { name: 'head', bytes: hex.slice(0, HEAD_BYTES), connected: true },
        { name: 'sum', bytes: hex.slice(SUM_AT, WORDS_AT), connected: true },
        ...words,
        { name: 'end', bytes: hex.slice(FRAME_BYTES - 1), connected: true },
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
  if (columns.length !== COLUMNS) return null;
  return { counter: null, fields: ASCII_ORDER.map((lead, i) => ({ name: lead, bytes: [columns[i] ?? ''], connected: isOn(lead, mask) })) };
}

/** Whether the electrode that makes this lead its own is on: LA for I, LL for II, Vn for Vn. */
function isOn(lead: TransmittedLead, mask: number): boolean {
  const own = ELECTRODES_OF[lead].at(-1);
  const bit = SENSED_ELECTRODES.findIndex((electrode) => electrode === own);
  return bit < 0 || (mask & (1 << bit)) !== 0;
}
