import type { DecoderSink, FrameEncoder, StreamDecoder } from './codec.ts';
import { createAsciiDecoder } from './ecg12-ascii/decoder.ts';
import { createAsciiEncoder } from './ecg12-ascii/encoder.ts';
import { createBinaryDecoder } from './ecg12-binary/decoder.ts';
import { createBinaryEncoder } from './ecg12-binary/encoder.ts';
import type { DeviceProfile } from './profile.ts';

/** Frames to bytes for the device of this profile. Throws a RangeError for a checksum that only a receiver can have. */
export const createEncoder = (profile: DeviceProfile): FrameEncoder =>
  profile.protocol === 'ecg12-ascii' ? createAsciiEncoder() : createBinaryEncoder(profile);

/** Bytes to frames for a device whose generation and byte order are known. Otherwise use `createDetectingDecoder`. */
export const createDecoder = (profile: DeviceProfile, sink: DecoderSink): StreamDecoder =>
  profile.protocol === 'ecg12-ascii' ? createAsciiDecoder(profile, sink) : createBinaryDecoder(profile, sink);
