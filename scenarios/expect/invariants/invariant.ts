import type { Micros } from '../../../kernel/index.ts';
import type { Bench } from '../bench.ts';

/** Something that must hold at every event of a run. Says when and how it was broken, the first time. */
export type Invariant = (bench: Bench, broken: (at: Micros, because: string) => void) => void;
