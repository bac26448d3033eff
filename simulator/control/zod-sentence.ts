import type { z } from 'zod';

/** The first thing that is wrong, as one sentence: `"level" is "loud": accepted is a number`. */
export function sentenceOf(error: z.ZodError, input: unknown): string {
  const issue = error.issues[0];
  if (!issue) return 'the command is not accepted';
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${field === '' ? '' : `"${field}" has `}an unknown field "${issue.keys[0] ?? ''}": leave it out`;
  return `${field === '' ? 'the command' : `"${field}"`} is ${shown(valueAt(input, issue.path))}: accepted is ${accepted(issue)}`;
}

function accepted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : 'another shape';
    case 'invalid_type':
      return article(issue.expected);
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int' ? `at most ${issue.maximum}` : `${issue.maximum} entries`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? `at least ${issue.minimum}` : `${issue.minimum} entries`;
    default:
      return `nothing like this, it ${issue.message}`;
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  object: 'a JSON object',
  record: 'a JSON object',
  int: 'a whole number',
  number: 'a finite number',
  boolean: 'true or false',
  tuple: 'a pair of electrodes, or null',
  array: 'a list',
  string: 'a text',
};
const article = (expected: string): string => ARTICLES[expected] ?? expected;

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const SHOWN_MAX = 40;

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}...` : text;
}
