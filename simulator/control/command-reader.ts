import { z } from 'zod';
import { ELECTRODES } from '../../firmware-protocol/index.ts';
import { NOISES, type NoiseSpec } from '../body/index.ts';
import type { ParamSpec, RhythmSpec, SimulatorCommand } from '../contract.ts';
import { sentenceOf } from './zod-sentence.ts';

export type ReadCommand = { readonly ok: true; readonly command: SimulatorCommand } | { readonly ok: false; readonly because: string };

const params = z.record(z.string(), z.number()).refine((values) => Object.keys(values).length <= 32, 'has more than 32 entries');
const frame = z.int().min(0).optional();
const fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['drop-byte', 'insert-byte', 'flip-bit', 'stray-start', 'bad-checksum']), at: frame }),
  z.strictObject({ kind: z.enum(['drop-frames', 'repeat-frames']), frames: z.int().min(1).max(100_000) }),
  z.strictObject({
    kind: z.literal('constant'),
    counts: z.int().min(0).max(4095),
    noiseLsb: z.int().min(0).max(3),
    on: z.boolean(),
  }),
]);
const noiseLevel = ({ id, max }: NoiseSpec) =>
  z.strictObject({ do: z.literal('noise'), id: z.literal(id), level: z.number().min(0).max(max) });

function schemaFor(rhythms: readonly RhythmSpec[]) {
  const electrode = z.enum(ELECTRODES);
  return z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('rhythm'), id: z.enum(rhythms.map((rhythm) => rhythm.id)), params: params.optional() }),
    z.strictObject({ do: z.literal('set'), params }),
    z.discriminatedUnion('id', NOISES.map(noiseLevel) as [ReturnType<typeof noiseLevel>]),
    z.strictObject({ do: z.literal('electrode'), electrode, state: z.enum(['on', 'off']) }),
    z.strictObject({ do: z.literal('swap'), electrodes: z.tuple([electrode, electrode]).nullable() }),
    z.strictObject({ do: z.literal('unplug') }),
    z.strictObject({ do: z.literal('replug') }),
    z.strictObject({ do: z.literal('mute'), muted: z.boolean() }),
    z.strictObject({ do: z.literal('fault'), fault }),
  ]);
}

/**
 * Reads a command from anything at all. What is wrong comes back as one sentence with the field, what was found and what is
 * accepted. `playing` is the rhythm a `set` will meet.
 */
export function createCommandReader(rhythms: readonly RhythmSpec[]): (input: unknown, playing: string) => ReadCommand {
  const schema = schemaFor(rhythms);
  const byId = new Map(rhythms.map((rhythm) => [rhythm.id, rhythm]));
  return (input, playing) => {
    const read = schema.safeParse(input);
    if (!read.success) return { ok: false, because: sentenceOf(read.error, input) };
    // Absent keys stay absent: zod's optional() and the contract's exact optional keys agree on everything but the type.
    const command = read.data as SimulatorCommand;
    const because = wrongParam(command, byId, playing) ?? wrongSwap(command);
    return because === undefined ? { ok: true, command } : { ok: false, because };
  };
}

function wrongParam(command: SimulatorCommand, byId: ReadonlyMap<string, RhythmSpec>, playing: string): string | undefined {
  if (command.do !== 'rhythm' && command.do !== 'set') return undefined;
  const rhythm = byId.get(command.do === 'rhythm' ? command.id : playing);
  const values = Object.entries(command.params ?? {});
  if (rhythm === undefined) return undefined;
  if (command.do === 'set' && values.length === 0) return `"params" is empty: name at least one of ${names(rhythm.params)}`;
  for (const [id, value] of values) {
    const spec = rhythm.params.find((param) => param.id === id);
    if (!spec) return `"params.${id}" is not a parameter of ${rhythm.id}: accepted are ${names(rhythm.params)}`;
    if (value < spec.min || value > spec.max)
      return `"params.${id}" is ${value}: accepted is ${spec.min} to ${spec.max} ${spec.unit}`.trimEnd();
  }
  return undefined;
}

function wrongSwap(command: SimulatorCommand): string | undefined {
  if (command.do !== 'swap' || command.electrodes === null) return undefined;
  const [a, b] = command.electrodes;
  return a === b ? `"electrodes" names ${a} twice: accepted are two different ones of ${ELECTRODES.join(', ')}, or null` : undefined;
}

const names = (params: readonly ParamSpec[]): string => (params.length === 0 ? 'none' : params.map((param) => param.id).join(', '));
