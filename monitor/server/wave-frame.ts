/**
 * One batch of display waveforms on its way to a page: a little-endian header of 32 bytes, then one plane of int16 per lead in the
 * mask. III, aVR, aVL and aVF are not sent: the page derives them. Pure, shared by both ends.
 *
 * | at | type | field |
 * |---|---|---|
 * | 0 | u8 | magic 0xEC |
 * | 1 | u8 | version 1 |
 * | 2 | u16 | flags: 1 an electrode is off, 2 samples are missing before this frame |
 * | 4 | u32 | sequence number of the frame, modulo 2^32 |
 * | 8 | u64 | stream index of the first sample |
 * | 16 | u16 | samples per second |
 * | 18 | u16 | samples per lead |
 * | 20 | u16 | lead mask, bit n for TRANSMITTED_LEADS[n] |
 * | 22 | u16 | electrodes off, bit n for SENSED_ELECTRODES[n] |
 * | 24 | f32 | microvolts per unit |
 * | 28 | u32 | zero |
 */
import { TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';

export interface WaveFrame {
  readonly sequence: number;
  readonly firstSample: number;
  readonly sampleRate: number;
  /** Samples per lead. */
  readonly count: number;
  /** Planar, in the order of TRANSMITTED_LEADS: `data[lead * count + i]`. */
  readonly data: Int16Array;
  readonly microvoltsPerLsb: number;
  readonly electrodesOff: number;
  readonly gapBefore: boolean;
}

export type DecodedWaves = { readonly ok: true; readonly frames: readonly WaveFrame[] } | { readonly ok: false; readonly because: string };

const MAGIC = 0xec;
const VERSION = 1;
const HEADER_BYTES = 32;
const FLAG_OFF = 1;
const FLAG_GAP = 2;
const ALL_LEADS = 2 ** TRANSMITTED_LEADS.length - 1;

export function encodeWaveFrame(frame: WaveFrame): Uint8Array {
  const samples = frame.count * TRANSMITTED_LEADS.length;
  const bytes = new Uint8Array(HEADER_BYTES + 2 * samples);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, MAGIC);
  view.setUint8(1, VERSION);
  view.setUint16(2, (frame.electrodesOff !== 0 ? FLAG_OFF : 0) | (frame.gapBefore ? FLAG_GAP : 0), true);
  view.setUint32(4, frame.sequence, true);
  view.setBigUint64(8, BigInt(frame.firstSample), true);
  view.setUint16(16, frame.sampleRate, true);
  view.setUint16(18, frame.count, true);
  view.setUint16(20, ALL_LEADS, true);
  view.setUint16(22, frame.electrodesOff, true);
  view.setFloat32(24, frame.microvoltsPerLsb, true);
  for (let i = 0; i < samples; i += 1) view.setInt16(HEADER_BYTES + 2 * i, frame.data[i]!, true);
  return bytes;
}

/** Reads the frames of one message, at any offset of their buffer. What is not a frame is said, not thrown. */
export function decodeWaveFrames(bytes: Uint8Array): DecodedWaves {
  const frames: WaveFrame[] = [];
  for (let at = 0; at < bytes.length; ) {
    const rest = bytes.length - at;
    if (rest < HEADER_BYTES) return refuse(`${rest} bytes are too few for a header of ${HEADER_BYTES}`);
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, rest);
    if (view.getUint8(0) !== MAGIC) return refuse('it does not begin as one');
    if (view.getUint8(1) !== VERSION) return refuse(`its version is ${view.getUint8(1)}, this page reads ${VERSION}: reload the page`);
    if (view.getUint16(20, true) !== ALL_LEADS) return refuse('it does not hold the eight transmitted leads');
    const count = view.getUint16(18, true);
    const wanted = HEADER_BYTES + 2 * count * TRANSMITTED_LEADS.length;
    if (rest < wanted) return refuse(`${count} samples need ${wanted} bytes, got ${rest}`);
    frames.push(readFrame(view, count));
    at += wanted;
  }
  return { ok: true, frames };
}

function readFrame(view: DataView, count: number): WaveFrame {
  const data = new Int16Array(count * TRANSMITTED_LEADS.length);
  for (let i = 0; i < data.length; i += 1) data[i] = view.getInt16(HEADER_BYTES + 2 * i, true);
  return {
    sequence: view.getUint32(4, true),
    firstSample: Number(view.getBigUint64(8, true)),
    sampleRate: view.getUint16(16, true),
    count,
    data,
    microvoltsPerLsb: view.getFloat32(24, true),
    electrodesOff: view.getUint16(22, true),
    gapBefore: (view.getUint16(2, true) & FLAG_GAP) !== 0,
  };
}

const refuse = (because: string): DecodedWaves => ({ ok: false, because: `not a waveform frame: ${because}` });
