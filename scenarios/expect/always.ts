import { z } from 'zod';
import { INVARIANT_IDS, INVARIANTS } from './invariants/index.ts';
import { defineExpectation } from './kind.ts';

const schema = z.strictObject({ always: z.enum(INVARIANT_IDS) }).describe('Something that must hold at every event of the run.');

export const always = defineExpectation({
  head: 'always',
  schema,
  watch({ always: name }, { bench, window: [, to], judge }) {
    const told = { limit: 'always', measured: null, margin: null, marginUnit: null };
    INVARIANTS[name](bench, (at, because) => judge({ ...told, verdict: 'fail', at, because: `${name}: ${because}` }));
    bench.atRest(() => judge({ ...told, verdict: 'pass', at: to, because: `${name} held` }));
  },
});
