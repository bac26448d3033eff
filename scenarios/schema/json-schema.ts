import { z } from 'zod';
import { scenario } from './scenario.ts';

/** The JSON schema of scenario files, for completion and checks in editors. What the linter knows beyond it is in lint/. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenario, { io: 'input', reused: 'ref' });
}
