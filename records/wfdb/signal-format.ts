/**
 * How samples lie in a signal file. Layouts: WFDB Applications Guide, signal(5). In every format the most negative value means
 * "no sample here".
 */
export type Samples = Int16Array | Int32Array;

export interface SignalFormat {
  readonly id: number;
  readonly bits: number;
  /** Bytes that hold `samples` samples; a last half-used unit counts whole. */
  bytesFor(samples: number): number;
  decode(bytes: Uint8Array, out: Samples): void;
  encode(samples: Samples, out: Uint8Array): void;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Formats with a whole number of bytes per sample, in terms of a DataView. */
function byteAligned(
  id: number,
  bits: number,
  get: (view: DataView, at: number) => number,
  set: (view: DataView, at: number, value: number) => void,
): SignalFormat {
  const size = bits / 8;
  return {
    id,
    bits,
    bytesFor: (samples) => samples * size,
    decode(bytes, out) {
      const view = viewOf(bytes);
      for (let i = 0; i < out.length; i += 1) out[i] = get(view, i * size);
    },
    encode(samples, out) {
      const view = viewOf(out);
      for (let i = 0; i < samples.length; i += 1) set(view, i * size, samples[i]!);
    },
  };
}

const signed12 = (value: number): number => (value << 20) >> 20;

/** Two 12-bit samples in three bytes: low byte of the first, both high nibbles (the first's below), low byte of the second. */
const format212: SignalFormat = {
  id: 212,
  bits: 12,
  bytesFor: (samples) => Math.ceil(samples * 1.5),
  decode(bytes, out) {
    for (let i = 0, at = 0; i < out.length; i += 2, at += 3) {
      out[i] = signed12(bytes[at]! | ((bytes[at + 1]! & 0x0f) << 8));
      if (i + 1 < out.length) out[i + 1] = signed12(bytes[at + 2]! | ((bytes[at + 1]! & 0xf0) << 4));
    }
  },
  encode(samples, out) {
    for (let i = 0, at = 0; i < samples.length; i += 2, at += 3) {
      const first = samples[i]!;
      const second = samples[i + 1] ?? 0;
      out[at] = first & 0xff;
      out[at + 1] = ((first >> 8) & 0x0f) | ((second >> 4) & 0xf0);
      if (i + 1 < samples.length) out[at + 2] = second & 0xff;
    }
  },
};

const getInt24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getInt8(at + 2) << 16);
function setInt24(view: DataView, at: number, value: number): void {
  view.setUint16(at, value & 0xffff, true);
  view.setInt8(at + 2, value >> 16);
}

const FORMATS: readonly SignalFormat[] = [
  byteAligned(
    16,
    16,
    (view, at) => view.getInt16(at, true),
    (view, at, value) => view.setInt16(at, value, true),
  ),
  format212,
  byteAligned(24, 24, getInt24, setInt24),
  byteAligned(
    32,
    32,
    (view, at) => view.getInt32(at, true),
    (view, at, value) => view.setInt32(at, value, true),
  ),
  byteAligned(
    61,
    16,
    (view, at) => view.getInt16(at, false),
    (view, at, value) => view.setInt16(at, value, false),
  ),
  byteAligned(
    80,
    8,
    (view, at) => view.getUint8(at) - 0x80,
    (view, at, value) => view.setUint8(at, value + 0x80),
  ),
  byteAligned(
    160,
    16,
    (view, at) => view.getUint16(at, true) - 0x8000,
    (view, at, value) => view.setUint16(at, value + 0x8000, true),
  ),
];

export const SIGNAL_FORMATS: ReadonlyMap<number, SignalFormat> = new Map(FORMATS.map((format) => [format.id, format]));

/** `16, 212, ...`: for messages. */
export const supportedFormats = (): string => [...SIGNAL_FORMATS.keys()].join(', ');

/** The value that stands for "no sample" in samples of so many bits. */
export const missingValue = (bits: number): number => -(2 ** (bits - 1));
