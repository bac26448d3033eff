import { z } from 'zod';
import { fault } from './fault.ts';
import { instant, NAME_SHAPE } from './instant.ts';
import { duration, quantity } from './quantity.ts';
import { parameters, rhythm } from './rhythm.ts';

/** When a step happens: `at` an instant, or `in` a while `after` another. `as` names its instant for later. */
const when = {
  at: duration.optional().describe('time since power-on'),
  after: instant.optional().describe('an instant named with "as"'),
  in: duration.optional().describe('how long after it'),
  as: z
    .string()
    .regex(NAME_SHAPE, {
      error: ({ input }) => `is ${JSON.stringify(input)}, which is no name: write lower-case letters, digits and dashes, as in "cable-out"`,
    })
    .optional()
    .describe('names this instant'),
};

const lasting = z.strictObject({ for: duration.optional().describe('undone after this long') });
const noise = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wander'), level: quantity('mV', { example: '0.5 mV' }), for: duration.optional() }),
  z.strictObject({ kind: z.literal('mains'), level: quantity('mV', { example: '0.2 mV' }), for: duration.optional() }),
  z.strictObject({ kind: z.literal('emg'), level: quantity('uV', { example: '30 uV' }), for: duration.optional() }),
]);

/** What a step can do: exactly one of these keys. */
const ACTIONS = {
  rhythm,
  set: parameters,
  noise,
  fault,
  unplug: lasting,
  replug: z.strictObject({}),
  mute: lasting,
  unmute: z.strictObject({}),
};

export type Action = {
  [Head in keyof typeof ACTIONS]: { readonly do: Head; readonly with: z.output<(typeof ACTIONS)[Head]> };
}[keyof typeof ACTIONS];

export const STEP_HEADS = Object.keys(ACTIONS) as readonly (keyof typeof ACTIONS)[];

const branches = STEP_HEADS.map((head) => z.strictObject({ ...when, [head]: ACTIONS[head] }));

export type StepSpec = { readonly at?: number; readonly in?: number; readonly as?: string; readonly after?: z.output<typeof instant> } & {
  readonly [Head in keyof typeof ACTIONS]?: z.output<(typeof ACTIONS)[Head]>;
};

/** One branch per action: the order of the branches is the order of STEP_HEADS. */
export const step = z.union(branches as unknown as [z.ZodType<StepSpec>]);

export function actionOf(spec: StepSpec): Action {
  const head = STEP_HEADS.find((name) => spec[name] !== undefined)!;
  return { do: head, with: spec[head] } as Action;
}
