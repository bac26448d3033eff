import { z } from 'zod';
import { quantity } from './quantity.ts';

const checksum = z.union([z.enum(['sum7', 'sum8', 'xor8', 'zero', 'ignore']), z.strictObject({ fixed: z.int().min(0).max(255) })]);

/** The device under the patient: a profile of the catalogue and what differs from it. */
export const device = z
  .strictObject({
    profile: z.string().default('field').describe('a profile of `heartloop devices`'),
    protocol: z.enum(['ecg12-binary', 'ecg12-ascii']).optional(),
    rate: quantity('Hz', { example: '500 Hz' }).optional().describe('frames a second'),
    checksum: checksum.optional(),
    byteOrder: z.enum(['msb-first', 'lsb-first']).optional(),
    counterModulo: z.int().min(2).max(256).optional(),
    countsPerMv: z.number().positive().optional(),
    chestReference: z.enum(['RA', 'wilson']).optional(),
    leads: z.int().min(1).max(12).optional().describe('channels on the wire'),
    bits: z.int().min(8).max(16).optional().describe('bits of a sample on the wire'),
    startUpZeros: z.int().min(0).max(5000).optional().describe('zero samples after power-on; the field device draws 160 to 1520'),
    drift: quantity('ppm', { example: '50 ppm' }).optional().describe("the device's clock against true time"),
  })
  .prefault({});

export const link = z
  .strictObject({ baud: z.int().min(300).max(4_000_000).optional().describe("the profile's baud when absent") })
  .prefault({});

export type DeviceSpec = z.output<typeof device>;
export type LinkSpec = z.output<typeof link>;
