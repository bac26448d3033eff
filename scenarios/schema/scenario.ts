import { z } from 'zod';
import { device, link } from './device.ts';
import { expectation } from './expectation.ts';
import { duration } from './quantity.ts';
import { step } from './step.ts';

export const RUNGS = ['virtual', 'pty'] as const;
export type Rung = (typeof RUNGS)[number];

const ID_SHAPE = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/;
const idText = ({ input }: { input?: unknown }): string =>
  `${input === undefined ? 'is missing' : `is ${JSON.stringify(input)}, which is no id`}: write capitals, digits and dashes, as in "ALM-ASYS-003"`;
const id = z.string({ error: idText }).regex(ID_SHAPE, { error: idText });

/** A scenario file, version 1. The one source of the types, the check at run time and the JSON schema for editors. */
export const scenario = z
  .strictObject({
    id: id.describe('the name of the file without .yaml'),
    title: z.string().min(1).describe('one sentence: what is promised'),
    requirements: z.array(id).min(1).describe('what this scenario is evidence for'),
    seed: z.int().min(0).max(0xffff_ffff).describe('same seed, same run'),
    runOn: z.array(z.enum(RUNGS)).min(1).default(['virtual']),
    jitterBudget: duration.prefault('250 ms').describe('a host later than this makes a failure on a real clock inconclusive'),
    device,
    link,
    steps: z.array(step).min(1),
    expect: z.array(expectation).min(1),
    end: duration,
  })
  .meta({ title: 'Heartloop scenario' });

export type Scenario = z.output<typeof scenario>;
