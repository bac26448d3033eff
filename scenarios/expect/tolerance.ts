import { z } from 'zod';
import { quantity } from '../schema/quantity.ts';

const absolute = quantity('bpm', { example: '1 bpm' });
const relative = quantity('%', { example: '10 %' });
const one = z.union([absolute.transform((bpm) => ({ bpm })), relative.transform((percent) => ({ percent }))], {
  error: ({ input }) => `is ${JSON.stringify(input)}, which is no tolerance: write "1 bpm", "10 %" or { greaterOf: [5 bpm, 10 %] }`,
});

/** `1 bpm`, `10 %`, or the greater of such: how far a rate may be off. */
export const tolerance = z.union([one, z.strictObject({ greaterOf: z.array(one).min(1) })], {
  error: ({ input }) => `is ${JSON.stringify(input)}, which is no tolerance: write "1 bpm", "10 %" or { greaterOf: [5 bpm, 10 %] }`,
});

type One = z.output<typeof one>;

const allowance = (single: One, rate: number): number => ('bpm' in single ? single.bpm : (single.percent * rate) / 100);

/** The allowed distance from `rate`, in bpm. */
export function allowedBpm(spec: z.output<typeof tolerance>, rate: number): number {
  return 'greaterOf' in spec ? Math.max(...spec.greaterOf.map((single) => allowance(single, rate))) : allowance(spec, rate);
}
