import { z } from 'zod';
import { EXPECTATIONS } from '../expect/index.ts';
import type { Timing } from '../expect/kind.ts';

/** The output of any kind: what is common to all is its place in time. */
export type ExpectationSpec = Timing & Readonly<Record<string, unknown>>;

export const EXPECTATION_HEADS: readonly string[] = EXPECTATIONS.map((kind) => kind.head);

/** One branch per kind: the order of the branches is the order of EXPECTATIONS. */
export const expectation = z.union(EXPECTATIONS.map((kind) => kind.schema) as unknown as [z.ZodType<ExpectationSpec>]);
