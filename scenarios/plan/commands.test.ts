import { expect, it } from 'vitest';
import { seconds } from '../../kernel/index.ts';
import { scenarioStep } from '../../simulator/control/scenario-step.ts';
import type { SimulatorCommand } from '../../simulator/index.ts';
import { RHYTHMS } from '../../simulator/patient/index.ts';
import { readPlan } from './load.ts';

/** The plan of a scenario with these steps, each one line of YAML. */
const planOf = (...steps: string[]) =>
  readPlan(
    `id: S99\ntitle: t\nrequirements: [T]\nseed: 1\nsteps:\n  - { at: 0 s, rhythm: { kind: sinus } }\n${steps.map((step) => `  ${step}\n`).join('')}expect:\n  - { noAlarm: any }\nend: 60 s\n`,
    'S99.yaml',
  );

const COMMANDS: readonly SimulatorCommand[] = [
  ...RHYTHMS.map(({ id, params }) => ({
    do: 'rhythm' as const,
    id,
    params: Object.fromEntries(params.map((param) => [param.id, param.default])),
  })),
  { do: 'set', params: { rate: 88 } },
  { do: 'noise', id: 'wander', level: 0.5 },
  { do: 'noise', id: 'mains', level: 0.2 },
  { do: 'noise', id: 'emg', level: 30 },
  { do: 'electrode', electrode: 'V1', state: 'off' },
  { do: 'electrode', electrode: 'RL', state: 'on' },
  { do: 'swap', electrodes: ['LA', 'RA'] },
  { do: 'swap', electrodes: null },
  { do: 'unplug' },
  { do: 'replug' },
  { do: 'mute', muted: true },
  { do: 'mute', muted: false },
  { do: 'fault', fault: { kind: 'drop-byte' } },
  { do: 'fault', fault: { kind: 'flip-bit', at: 4 } },
  { do: 'fault', fault: { kind: 'drop-frames', frames: 7 } },
  { do: 'fault', fault: { kind: 'constant', counts: 2048, noiseLsb: 3, on: true } },
];

it('what the console writes down is a step that does the same again', () => {
  const sinus = RHYTHMS.find(({ id }) => id === 'sinus');
  for (const command of COMMANDS) {
    const playing = command.do === 'rhythm' ? RHYTHMS.find(({ id }) => id === command.id) : sinus;
    const [, step] = planOf(scenarioStep(command, seconds(12.345), playing)).steps;
    expect(step).toEqual({ at: seconds(12.345), label: expect.any(String), command });
  }
});

it('what lasts for a while is undone after it', () => {
  const { steps } = planOf(
    '- { at: 10 s, as: cut, unplug: { for: 3 s } }',
    '- { after: cut, in: 1 s, fault: { kind: lead-off, electrode: V2, for: 1 s } }',
  );
  expect(steps.slice(1).map(({ at, label, command }) => [at, label, command])).toEqual([
    [seconds(10), 'cut: unplug', { do: 'unplug' }],
    [seconds(11), 'V2 off', { do: 'electrode', electrode: 'V2', state: 'off' }],
    [seconds(12), 'V2 off ends', { do: 'electrode', electrode: 'V2', state: 'on' }],
    [seconds(13), 'unplug ends', { do: 'replug' }],
  ]);
});

it('an expectation keeps the words it was written in', () => {
  expect(planOf().expect).toMatchObject([{ kind: 'noAlarm', text: 'noAlarm: any', window: [0, seconds(60)] }]);
});
