import { z } from 'zod';
import { type Micros, parseDuration, us } from '../../kernel/index.ts';

/** A moment of the scenario: a duration since power-on, or a named instant with or without an offset. `end` is always known. */
export interface Instant {
  /** Undefined: counted from power-on. */
  readonly name: string | undefined;
  readonly offset: Micros;
}

const NAME = '[a-z][a-z0-9-]*';
const SPAN = String.raw`\d+(?:\.\d+)?\s*(?:us|ms|s|min|h)`;
const SHAPE = new RegExp(`^(?:(${SPAN})|(${NAME})(?:\\s*([+-])\\s*(${SPAN}))?)$`);
export const NAME_SHAPE = new RegExp(`^${NAME}$`);

function readInstant(text: string): Instant {
  const [, span, name, sign, offset] = SHAPE.exec(text)!;
  if (span !== undefined) return { name: undefined, offset: parseDuration(span) };
  const distance = offset === undefined ? 0 : parseDuration(offset);
  return { name, offset: us(sign === '-' ? -1 * distance : distance) };
}

function remedy(input: unknown): string {
  if (typeof input === 'number') return `is ${input}, without a unit: write "${input} s"`;
  const problem = input === undefined ? 'is missing' : `is ${JSON.stringify(input)}, which is no instant`;
  return `${problem}: write "10 s", a name given with "as", "name + 2 s" or "end"`;
}

export const instant = z
  .string({ error: (issue) => remedy(issue.input) })
  .regex(SHAPE, { error: (issue) => remedy(issue.input) })
  .transform(readInstant)
  .meta({ description: 'an instant: 10 s, a named instant, name + 2 s, end', examples: ['10 s', 'arrest + 5 s', 'end'] });

/** From and to of a stretch of the scenario. */
export const during = z
  .tuple([instant, instant], { error: 'write two instants: [5 s, end]' })
  .meta({ description: 'where the expectation holds; everything when absent' });

/** The time of an instant, or undefined when its name is unknown. */
export function resolveInstant({ name, offset }: Instant, names: ReadonlyMap<string, Micros>): Micros | undefined {
  const base = name === undefined ? 0 : names.get(name);
  return base === undefined ? undefined : ((base + offset) as Micros);
}
