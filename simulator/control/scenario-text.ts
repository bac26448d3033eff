import { type Micros, toSeconds } from '../../kernel/index.ts';
import type { RhythmSpec } from '../contract.ts';
import type { ConsoleFacts, JournalEntry } from './messages.ts';
import { scenarioStep } from './scenario-step.ts';

/** Seconds after the last step. */
const TAIL_S = 10;

/**
 * What was done, as a scenario file that runs: it starts as the simulator did, takes the steps at their times, and expects only what
 * must hold for any monitor. Requests that were overtaken are left out. `rhythm` gives the parameters at the start their units.
 */
export function scenarioText(done: { facts: ConsoleFacts; journal: readonly JournalEntry[]; rhythm: RhythmSpec | undefined }): string {
  const { facts, journal, rhythm } = done;
  const steps = journal.filter((entry) => entry.status !== 'replaced');
  const end = Math.ceil(toSeconds(steps.at(-1)?.requestedAt ?? (0 as Micros))) + TAIL_S;
  const protocol = facts.profile.protocol === 'ecg12-ascii' ? ', protocol: ecg12-ascii' : '';
  return [
    'id: CONSOLE-001',
    'title: What was done in the console',
    'requirements: [SRS-CONSOLE-001]',
    `seed: ${facts.seed}`,
    `device: { profile: ${facts.profile.id}${protocol} }`,
    'steps:',
    ...startSteps(facts, rhythm),
    ...steps.map((entry) => `  ${entry.yaml}`),
    'expect:',
    '  - { always: time-goes-forward }',
    '  - { always: no-hr-without-signal }',
    `end: ${end} s`,
    '',
  ].join('\n');
}

function startSteps({ initial }: ConsoleFacts, rhythm: RhythmSpec | undefined): string[] {
  const zero = 0 as Micros;
  const levels = Object.entries(initial.noise).filter(([, level]) => level > 0);
  return [
    scenarioStep({ do: 'rhythm', id: initial.rhythm, params: initial.params }, zero, rhythm),
    ...levels.map(([id, level]) => scenarioStep({ do: 'noise', id: id as keyof typeof initial.noise, level }, zero, undefined)),
  ].map((step) => `  ${step}`);
}
