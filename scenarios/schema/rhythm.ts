import { z } from 'zod';
import type { RhythmSpec } from '../../simulator/index.ts';
import { RHYTHMS } from '../../simulator/patient/index.ts';
import { quantity } from './quantity.ts';

/** Parameters of a rhythm, each with the unit of the catalogue; all optional, the catalogue has the defaults. */
const parametersOf = (spec: RhythmSpec): Record<string, z.ZodOptional<z.ZodType<number>>> =>
  Object.fromEntries(
    spec.params.map(({ id, title, unit, min, max, default: usual }) => [
      id,
      quantity(unit, { example: `${usual} ${unit}`.trimEnd() })
        .optional()
        .describe(`${title}, ${min} to ${max} ${unit}`.trimEnd()),
    ]),
  );

type RhythmChoice = { readonly kind: string } & Readonly<Record<string, number | string | undefined>>;

const [first, ...others] = RHYTHMS.map((spec) =>
  z.strictObject({ kind: z.literal(spec.id), ...parametersOf(spec) }).describe(`${spec.title}: ${spec.about}`),
);

/** `{ kind: sinus, rate: 75 bpm }`: one branch per rhythm of the catalogue, so that editors complete its own parameters. */
export const rhythm: z.ZodType<RhythmChoice> = z.discriminatedUnion('kind', [first!, ...others]);

const allParameters: Record<string, z.ZodType> = {};
for (const spec of RHYTHMS) for (const [id, schema] of Object.entries(parametersOf(spec))) allParameters[id] ??= schema;

/** `{ rate: 120 bpm }`: changes numbers of the running rhythm. Which it has is checked by the linter, which knows the rhythm. */
export const parameters: z.ZodType<Record<string, number>> = z.strictObject(allParameters) as unknown as z.ZodType<Record<string, number>>;
