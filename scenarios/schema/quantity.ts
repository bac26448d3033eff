import { z } from 'zod';
import { type Micros, us } from '../../kernel/index.ts';

/** Units that measure one thing, and how many of the first unit of the family each is worth. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { us: 1, ms: 1e3, s: 1e6, min: 60e6, h: 3600e6 },
  { uV: 1, mV: 1e3, V: 1e6 },
  { Hz: 1, kHz: 1e3 },
];

const scaleOf = (unit: string): Readonly<Record<string, number>> => FAMILIES.find((family) => unit in family) ?? { [unit]: 1 };

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** What a person is told when a quantity cannot be read. */
function complaint(input: unknown, unit: string, example: string): string {
  if (typeof input === 'number') return `is ${input}, without a unit: write "${input} ${example.replace(/^[-\d.\s]+/, '')}"`;
  if (input === undefined) return `is missing: add it, for example "${example}"`;
  return `is ${JSON.stringify(input)}, which is no quantity in ${Object.keys(scaleOf(unit)).join(', ')}: write for example "${example}"`;
}

/**
 * A number with its unit, `75 bpm`: gives the number in `unit`, whatever unit of the same family was written. The unit is
 * mandatory, since a bare number is the classic way to be wrong by a thousand. A parameter without unit is a bare number.
 */
export function quantity(unit: string, { example = `1 ${unit}` }: { example?: string } = {}): z.ZodType<number, string | number> {
  if (unit === '' || unit === '1') return z.number();
  const scale = scaleOf(unit);
  const shape = new RegExp(`^(-?\\d+(?:\\.\\d+)?)\\s*(${Object.keys(scale).map(escaped).join('|')})$`);
  return z
    .string({ error: (issue) => complaint(issue.input, unit, example) })
    .regex(shape, { error: (issue) => complaint(issue.input, unit, example) })
    .transform((text) => {
      const [, value, written] = shape.exec(text)!;
      return Number(((Number(value) * scale[written!]!) / scale[unit]!).toPrecision(12));
    })
    .meta({ description: `a quantity in ${Object.keys(scale).join(', ')}`, examples: [example] });
}

/** A span of time: `250 ms`, `10 s`, `5 min`. */
export const duration: z.ZodType<Micros, string | number> = quantity('us', { example: '10 s' }).transform(us);
