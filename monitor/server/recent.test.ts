import { expect, it } from 'vitest';
import type { AlarmEvent, AlarmState } from '../index.ts';
import { createRecent } from './recent.ts';

const alarm = (state: AlarmState): AlarmEvent => ({
  kind: 'alarm',
  id: 'brady',
  state,
  t: 1,
  onset: 1,
  priority: 'medium',
  class: 'physiological',
  conditionDelayMs: 0,
  generationDelayMs: 0,
  text: '',
});

it('knows when a standing alarm last came on', () => {
  const recent = createRecent();
  const says = (at: number, state: AlarmState): unknown => {
    recent.event({ at, event: alarm(state) });
    return recent.since['brady'];
  };
  expect(says(100, 'on')).toBe(100);
  expect(says(200, 'on')).toBe(100);
  expect(says(300, 'latched')).toBe(100);
  expect(says(400, 'on')).toBe(400);
  expect(says(500, 'acknowledged')).toBe(400);
  expect(says(600, 'off')).toBeUndefined();
});

it('keeps a minute of rates, forty events, and the last word on a measurement', () => {
  const recent = createRecent();
  for (let i = 0; i < 100; i += 1) {
    recent.rate(i);
    recent.event({ at: i, event: { kind: 'measure', t: i, name: 'QRS', value: 92, unit: 'ms', method: 'median beat' } });
    recent.event({ at: i, event: { kind: 'link', t: i, event: 'gap', frames: 1 } });
  }
  expect(recent.trend.at(0)).toBe(40);
  expect(recent.trend.length).toBe(60);
  expect(recent.events.filter(({ event }) => event.kind === 'link').length).toBe(40);
  expect(recent.events.filter(({ event }) => event.kind === 'measure').map(({ at }) => at)).toEqual([99]);
});

it('keeps the final beats of the last minute of signal', () => {
  const recent = createRecent();
  for (let t = 0; t < 100; t += 1) {
    for (const state of ['provisional', 'final'] as const)
      recent.event({ at: t, event: { kind: 'beat', t, class: 'N', state, leads: ['II'] } });
  }
  expect(recent.events.map(({ event }) => event.t)).toEqual(Array.from({ length: 60 }, (_, i) => 40 + i));
});
