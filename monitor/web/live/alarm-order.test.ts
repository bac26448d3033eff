import { expect, it } from 'vitest';
import type { AlarmEvent } from '../../index.ts';
import { inOrder } from './alarm-order.ts';

const alarm = (id: AlarmEvent['id'], changes: Partial<AlarmEvent> = {}): AlarmEvent => ({
  kind: 'alarm',
  id,
  state: 'on',
  t: 10,
  onset: 10,
  priority: 'medium',
  class: 'physiological',
  conditionDelayMs: 0,
  generationDelayMs: 0,
  text: '',
  ...changes,
});
const ids = (alarms: readonly AlarmEvent[]): string[] => inOrder(alarms, 'physiological').map(({ id }) => id);

it('the most urgent comes first', () => {
  expect(ids([alarm('af', { priority: 'low' }), alarm('tachy'), alarm('asystole', { priority: 'high' })])).toEqual([
    'asystole',
    'tachy',
    'af',
  ]);
});

it('one that nobody has acknowledged stands before one that somebody has', () => {
  expect(ids([alarm('asystole', { priority: 'high', state: 'acknowledged' }), alarm('tachy')])).toEqual(['tachy', 'asystole']);
});

it('keeps to its lane, and forgets what is off', () => {
  expect(ids([alarm('brady', { state: 'off' }), alarm('lead-off', { class: 'technical' }), alarm('pause')])).toEqual(['pause']);
});
