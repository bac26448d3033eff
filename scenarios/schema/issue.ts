import type { z } from 'zod';
import type { Finding, Path } from './complaint.ts';
import { EXPECTATION_HEADS } from './expectation.ts';
import { suggestion } from './nearest.ts';
import { STEP_HEADS } from './step.ts';

type Issue = z.core.$ZodIssue;

/** Lists whose items are told apart by one key, in the order of the branches of their union. */
const HEADS: Readonly<Record<string, { readonly heads: readonly string[]; readonly what: string }>> = {
  steps: { heads: STEP_HEADS, what: 'step' },
  expect: { heads: EXPECTATION_HEADS, what: 'expectation' },
};
const TIMING_KEYS = new Set(['at', 'after', 'in', 'as', 'within', 'during', 'marginal']);

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
  return value;
}

/** What a path points at, for people: `"rate"`, `item 2 of "steps"`. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `item ${last + 1} of "${String(path.at(-2))}"` : `"${last}"`;
}

const SHOWN_MAX = 60;

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  const text = JSON.stringify(value);
  return text.length <= SHOWN_MAX ? text : `${text.slice(0, SHOWN_MAX)}...`;
}

/** Keys an object of the schema would take, from the issue's own words where it names none: looked up by the caller. */
export type KnownKeys = (path: Path) => readonly string[];

/** Turns what the schema has to say into sentences with a remedy. One bad value gives one sentence. */
export function findingsOf(issues: readonly Issue[], data: unknown, known: KnownKeys, base: Path = []): Finding[] {
  return issues.flatMap((issue) => findingsOfIssue(issue, data, known, [...base, ...(issue.path as (string | number)[])]));
}

function findingsOfIssue(issue: Issue, data: unknown, known: KnownKeys, path: Path): Finding[] {
  const name = nameOf(path);
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        path: [...path, name],
        onKey: true,
        text: `unknown key "${name}": ${suggestion(name, known(path))}`,
      }));
    case 'invalid_union':
      return findingsOfUnion(issue, data, known, path);
    case 'invalid_value':
      return [{ path, text: `${name} is ${shown(value)}: ${oneOf(value, issue.values.map(String))}` }];
    case 'invalid_type':
      if (value === undefined) return [{ path, text: sentence(issue, name, `${name} is missing: add it`) }];
      return [{ path, text: sentence(issue, name, `${name} is ${shown(value)}: expected ${EXPECTED[issue.expected] ?? issue.expected}`) }];
    case 'too_small':
    case 'too_big':
      return [{ path, text: `${name} is ${shown(value)}: ${boundText(issue)}` }];
    default:
      return [{ path, text: `${name} ${issue.message}` }];
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'a map of keys, as in { kind: sinus }',
  array: 'a list',
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

/** Schemas of ours carry their own words (they never begin like the library's). */
const sentence = (issue: Issue, name: string, otherwise: string): string =>
  /^(?:Invalid|Too|Expected|Unrecognized)/.test(issue.message) ? otherwise : `${name} ${issue.message}`;

function boundText(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const counted = issue.origin === 'array' || issue.origin === 'string';
  if (issue.code === 'too_small') return counted ? `needs at least ${issue.minimum}` : `the least is ${issue.minimum}`;
  return counted ? `takes at most ${issue.maximum}` : `the most is ${issue.maximum}`;
}

const oneOf = (value: unknown, accepted: readonly string[]): string => suggestion(String(value), accepted);

function findingsOfUnion(issue: Extract<Issue, { code: 'invalid_union' }>, data: unknown, known: KnownKeys, path: Path): Finding[] {
  const value = valueAt(data, path);
  if (issue.discriminator !== undefined) {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return [
      {
        path,
        text:
          value === undefined ? `"kind" is missing: ${suggestion('', options)}` : `unknown kind ${shown(value)}: ${oneOf(value, options)}`,
      },
    ];
  }
  const list = path.length === 2 ? HEADS[String(path[0])] : undefined;
  if (list && typeof value === 'object' && value !== null) return findingsOfHead(issue, value, list, data, known, path);
  const words = issue.message.startsWith('Invalid') ? `is ${shown(value)}, which is none of the accepted forms` : issue.message;
  return [{ path, text: `${nameOf(path)} ${words}` }];
}

/** The key that names the step or expectation chooses the branch whose complaints are worth reading. */
function findingsOfHead(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  value: object,
  { heads, what }: { readonly heads: readonly string[]; readonly what: string },
  data: unknown,
  known: KnownKeys,
  path: Path,
): Finding[] {
  const keys = Object.keys(value);
  const present = keys.filter((key) => heads.includes(key));
  const chosen = present[0];
  if (chosen === undefined) {
    const stranger = keys.find((key) => !TIMING_KEYS.has(key));
    if (stranger === undefined) return [{ path, text: `this ${what} says nothing: add one of ${heads.join(', ')}` }];
    return [{ path: [...path, stranger], onKey: true, text: `unknown ${what} "${stranger}": ${suggestion(stranger, heads)}` }];
  }
  if (present.length > 1) {
    const other = present[1]!;
    return [{ path: [...path, other], onKey: true, text: `a ${what} does one thing, this one has ${present.join(' and ')}: split it` }];
  }
  return findingsOf(issue.errors[heads.indexOf(chosen)] ?? [], data, known, path);
}
