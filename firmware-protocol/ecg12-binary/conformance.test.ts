import { describeCodecConformance } from '../conformance/index.ts';
import { createDecoder, createEncoder } from '../decoder.ts';
import { type ProfileOverrides, resolveProfile } from '../profiles.ts';
import { CHECKSUM, FRAME_BYTES, WORDS } from './layout.ts';

/** The words and the checksum itself. */
const GUARDED = [CHECKSUM.at, ...Array.from({ length: WORDS.bytes }, (_, i) => WORDS.at + i)];

function describeProfile(name: string, overrides: ProfileOverrides, more: { guardedBytes?: readonly number[]; noiseBytes?: number }): void {
  const profile = resolveProfile('field', overrides);
  describeCodecConformance(name, {
    createEncoder: () => createEncoder(profile),
    createDecoder: (sink) => createDecoder(profile, sink),
    sampleRate: profile.sampleRate,
    hasConnectionBits: true,
    counterModulo: profile.counterModulo,
    pendingBytesMax: 2 * FRAME_BYTES - 1,
    ...more,
  });
}

describeProfile('ecg12-binary, field', {}, { guardedBytes: GUARDED, noiseBytes: 1e7 });
describeProfile('ecg12-binary, sum8, LSB first', { checksum: 'sum8', byteOrder: 'lsb-first' }, { guardedBytes: GUARDED });
describeProfile('ecg12-binary, xor8, counter 0..255', { checksum: 'xor8', counterModulo: 256 }, { guardedBytes: GUARDED });
describeProfile(
  'ecg12-binary, fixed checksum, counter 0..15',
  { checksum: { fixed: 0xe8 }, counterModulo: 16 },
  { guardedBytes: [CHECKSUM.at] },
);
