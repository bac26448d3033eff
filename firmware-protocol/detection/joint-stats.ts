import type { DecoderStats } from '../codec.ts';

/** Live sums over decoders that share a stream, plus what belongs to none of them. */
export function createJointStats(
  parts: readonly DecoderStats[],
  own: Readonly<Pick<DecoderStats, 'bytesIn' | 'bytesDiscarded' | 'bytesPending' | 'framesLost'>>,
): DecoderStats {
  const sum = (key: keyof DecoderStats): number => parts.reduce((total, part) => total + part[key], 0);
  return {
    get bytesIn() {
      return own.bytesIn;
    },
    get bytesAccepted() {
      return sum('bytesAccepted');
    },
    get bytesDiscarded() {
      return sum('bytesDiscarded') + own.bytesDiscarded;
    },
    get bytesPending() {
      return sum('bytesPending') + own.bytesPending;
    },
    get frames() {
      return sum('frames');
    },
    get framesLost() {
      return sum('framesLost') + own.framesLost;
    },
    get duplicates() {
      return sum('duplicates');
    },
    get checksumErrors() {
      return sum('checksumErrors');
    },
    get resyncs() {
      return sum('resyncs');
    },
  };
}
