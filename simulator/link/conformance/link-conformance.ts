/**
 * What every link promises, whatever it is made of. Counts and sequences only: a busy machine may stall for 100 ms at any time.
 */
import { afterEach, beforeEach, describe } from 'vitest';
import { describeBytes } from './bytes-conformance.ts';
import { describePlugs } from './plug-conformance.ts';
import { describeSessions } from './session-conformance.ts';
import { createTestBed, type OpenBench } from './test-bed.ts';

/** `skip`: one sentence why this link cannot be had here. */
export function describeLinkConformance(name: string, open: OpenBench, { skip }: { readonly skip?: string | undefined } = {}): void {
  describe.skipIf(skip)(skip ? `${name} (${skip})` : name, () => {
    const bed = createTestBed(open);
    beforeEach(() => bed.restart());
    afterEach(() => bed.end());
    describeBytes(bed);
    describeSessions(bed);
    describePlugs(bed);
  });
}
