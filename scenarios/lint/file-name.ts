import { basename } from 'node:path';
import type { Rule } from './rule.ts';

/** One id, one file, one name: what a report says can be found without a search. */
export const fileName: Rule = ({ scenario: { id }, file }) =>
  basename(file) === `${id}.yaml` ? [] : [{ path: ['id'], text: `${id} is in ${basename(file)}: name the file ${id}.yaml` }];
