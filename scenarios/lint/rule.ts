import type { Micros } from '../../kernel/index.ts';
import type { Finding } from '../schema/complaint.ts';
import type { Scenario } from '../schema/scenario.ts';

export interface LintContext {
  readonly scenario: Scenario;
  readonly file: string;
  /** Named instants that could be resolved; `end` among them. */
  readonly instants: ReadonlyMap<string, Micros>;
}

/** One thing the schema cannot know. */
export type Rule = (context: LintContext) => readonly Finding[];
