import type { z } from 'zod';
import type { Micros } from '../../kernel/index.ts';
import type { Instant } from '../schema/instant.ts';
import type { Bench } from './bench.ts';

/** From and to, in scenario time. */
export type Window = readonly [from: Micros, to: Micros];

/** What an expectation says about itself, once. */
export interface Judgement {
  readonly verdict: 'pass' | 'marginal' | 'fail';
  /** What was demanded and what was seen, for people. */
  readonly limit: string;
  readonly measured: string | null;
  /** Distance to the limit, negative when missed; null when there is no number. */
  readonly margin: number | null;
  readonly marginUnit: string | null;
  /** The instant of the verdict. */
  readonly at: Micros;
  readonly because: string;
}

/** Where an expectation is in time: these three keys mean the same in every kind. */
export interface Timing {
  readonly after?: Instant | undefined;
  readonly within?: Micros | undefined;
  readonly during?: readonly [Instant, Instant] | undefined;
}

export interface Watch {
  readonly bench: Bench;
  readonly window: Window;
  /** The first judgement counts. */
  readonly judge: (judgement: Judgement) => void;
}

export interface ExpectationKind {
  /** The key that names the kind in a scenario file. */
  readonly head: string;
  /** What a file may say; the output extends Timing. */
  readonly schema: z.ZodType;
  watch(spec: unknown, watch: Watch): void;
}

/** Ties the schema of a kind to the code that reads its output. */
export function defineExpectation<Schema extends z.ZodType>(kind: {
  readonly head: string;
  readonly schema: Schema;
  watch(spec: z.output<Schema>, watch: Watch): void;
}): ExpectationKind {
  return { head: kind.head, schema: kind.schema, watch: (spec, watch) => kind.watch(spec as z.output<Schema>, watch) };
}
