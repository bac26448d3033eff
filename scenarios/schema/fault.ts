import { z } from 'zod';
import { ELECTRODES } from '../../firmware-protocol/index.ts';
import { duration } from './quantity.ts';

const electrode = z.enum(ELECTRODES);
const lasting = duration.optional().describe('clears by itself after this long');

const BYTE_DAMAGE = ['drop-byte', 'insert-byte', 'flip-bit', 'stray-start', 'bad-checksum'] as const;
const damage = (kind: (typeof BYTE_DAMAGE)[number]) =>
  z.strictObject({
    kind: z.literal(kind),
    at: z.int().min(0).max(63).optional().describe('byte of the frame; drawn from the seed when absent'),
  });
const frames = z.int().min(1).max(100_000).describe('how many frames in a row');

/** Everything that can go wrong, by the name the simulator gives it. Byte damage hits the next frame sent. */
export const fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lead-off'), electrode, for: lasting }),
  z.strictObject({ kind: z.literal('lead-on'), electrode }),
  z.strictObject({ kind: z.literal('swap'), electrodes: z.union([z.tuple([electrode, electrode]), z.literal('none')]), for: lasting }),
  damage('drop-byte'),
  damage('insert-byte'),
  damage('flip-bit'),
  damage('stray-start'),
  damage('bad-checksum'),
  z.strictObject({ kind: z.literal('drop-frames'), frames }),
  z.strictObject({ kind: z.literal('repeat-frames'), frames }),
  z.strictObject({
    kind: z.literal('constant'),
    counts: z.int().min(0).max(4095).describe('every lead is held at this code'),
    noiseLsb: z.int().min(0).max(3),
    on: z.boolean().default(true),
    for: lasting,
  }),
]);

export type FaultSpec = z.output<typeof fault>;
