import type { ConsoleFacts, JournalEntry } from './messages.ts';

/** Seconds after the last step. */
const TAIL_S = 10;

/**
 * What was done, as a scenario file that runs: it starts as the simulator did, takes the steps at their times, and expects only what
 * must hold for any monitor. Requests that were overtaken are left out. `start`: the steps that make the state before the first one.
 */
export function scenarioText(done: { facts: ConsoleFacts; start: readonly string[]; journal: readonly JournalEntry[] }): string {
  const { facts, start, journal } = done;
  const steps = journal.filter((entry) => entry.status !== 'replaced');
  const end = Math.ceil((steps.at(-1)?.requestedAt ?? 0) / 1e6) + TAIL_S;
  const protocol = facts.profile.protocol === 'ecg12-ascii' ? ', protocol: ecg12-ascii' : '';
  return [
    'id: CONSOLE-001',
    'title: What was done in the console',
    'requirements: [SRS-CONSOLE-001]',
    `seed: ${facts.seed}`,
    `device: { profile: ${facts.profile.id}${protocol} }`,
    'steps:',
    ...[...start, ...steps.map((entry) => entry.yaml)].map((step) => `  ${step}`),
    'expect:',
    '  - { always: time-goes-forward }',
    '  - { always: no-hr-without-signal }',
    `end: ${end} s`,
    '',
  ].join('\n');
}
