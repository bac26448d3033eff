import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isInSuites } from '../plan/suites-dir.ts';
import { suggestion } from '../schema/nearest.ts';
import type { Rule } from './rule.ts';

let known: readonly string[] | undefined;

const knownIds = (): readonly string[] =>
  (known ??= Object.keys(parse(readFileSync(new URL('../requirements.yaml', import.meta.url), 'utf8')) as Record<string, string>));

/** A scenario of the suites is evidence for requirements that someone has written down. Other files may have their own. */
export const requirements: Rule = ({ scenario, file }) =>
  isInSuites(file)
    ? scenario.requirements.flatMap((id, index) =>
        knownIds().includes(id)
          ? []
          : [
              {
                path: ['requirements', index],
                text: `requirement ${id} is not in scenarios/requirements.yaml: ${suggestion(id, knownIds())}`,
              },
            ],
      )
    : [];
