/** What every codec promises. A new device family is done when this suite is green for it. */
import { describe } from 'vitest';
import type { CodecUnderTest } from './codec-under-test.ts';
import { proveCounting } from './counting.ts';
import { proveNoFalseAccept, proveResync, proveRoundTrip, proveSingleFaultCost } from './faithfulness.ts';
import { proveAccounting, proveChunkInvariance } from './steadiness.ts';

export type { CodecUnderTest } from './codec-under-test.ts';
export { proveAccounting, proveChunkInvariance } from './steadiness.ts';

/** Registers the proofs. Call it at the top level of a test file. */
export function describeCodecConformance(name: string, codec: CodecUnderTest): void {
  describe(`${name} keeps the promises of a codec`, () => {
    proveRoundTrip(codec);
    proveChunkInvariance(codec);
    proveAccounting(codec);
    proveResync(codec);
    proveSingleFaultCost(codec);
    if (codec.guardedBytes) proveNoFalseAccept(codec, codec.guardedBytes);
    if (codec.counterModulo) proveCounting(codec, codec.counterModulo);
  });
}
