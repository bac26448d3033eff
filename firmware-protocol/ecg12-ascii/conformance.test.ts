import { describeCodecConformance } from '../conformance/index.ts';
import { createDecoder, createEncoder } from '../decoder.ts';
import { resolveProfile } from '../profiles.ts';

const profile = resolveProfile('field', { protocol: 'ecg12-ascii' });

describeCodecConformance('ecg12-ascii', {
  createEncoder: () => createEncoder(profile),
  createDecoder: (sink) => createDecoder(profile, sink),
  sampleRate: profile.sampleRate,
  sampleMin: 1000, // see the README: a damaged line end before a short first column can be misread
  hasConnectionBits: false,
  pendingBytesMax: 129,
});
