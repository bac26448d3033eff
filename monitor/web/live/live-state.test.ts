import { expect, it } from 'vitest';
import type { AlarmEvent, AlarmState, MonitorStatus } from '../../index.ts';
import {
  afterEvent,
  afterHello,
  afterSecond,
  afterStatus,
  connectionOf,
  initialState,
  isWithoutSignal,
  type LiveState,
  shownRate,
} from './live-state.ts';

const status: MonitorStatus = {
  connection: 'live',
  path: '/dev/ttyECG0',
  protocol: 'ecg12-binary',
  sampleRate: 500,
  heartRate: 60,
  framesDecoded: 5000,
  framesLost: 0,
  gaps: 0,
  checksumErrors: 0,
  electrodesOff: [],
  alarms: [],
  display: { band: 'monitor', notch: 'off' },
  limits: { bradyBpm: 50, tachyBpm: 120, extremeBradyBpm: 40, extremeTachyBpm: 140, asystoleS: 4 },
};
const hello = { patient: null, simulated: true, status, since: {}, trend: [59, 60], recent: [] };
const live = (now: number): LiveState => ({ ...afterHello(initialState(0), hello, now), wavesAt: now });
const later = (state: LiveState, ms: number): LiveState => ({ ...state, now: state.now + ms });

const alarm = (state: AlarmState, t: number): AlarmEvent => ({
  kind: 'alarm',
  id: 'asystole',
  state,
  t,
  onset: 12,
  priority: 'high',
  class: 'physiological',
  conditionDelayMs: 4000,
  generationDelayMs: 10,
  text: 'no beat for 4 s',
});

const says = (state: LiveState, event: AlarmEvent): LiveState => afterEvent(state, { at: 0, event });

it('is live, with a rate, while the server speaks and the device sends', () => {
  expect(connectionOf(live(1000))).toMatchObject({ state: 'live', word: 'Live' });
  expect(shownRate(live(1000))).toBe(60);
});

it('blanks the rate before two seconds without a word from the server', () => {
  expect(shownRate(later(live(0), 1400))).toBe(60);
  expect(shownRate(later(live(0), 1900))).toBeNull();
  expect(connectionOf(later(live(0), 1900)).state).toBe('stale');
});

it('covers the traces after one second without samples, though the server speaks', () => {
  const silentDevice = afterStatus(live(0), { status, since: {} }, 1100);
  expect(isWithoutSignal(silentDevice)).toBe(true);
  expect(isWithoutSignal(later(live(0), 900))).toBe(false);
});

it('says reconnecting when the socket broke, and offline when that lasts', () => {
  const broken = { ...live(0), isConnected: false };
  expect(connectionOf(broken).state).toBe('reconnecting');
  expect(connectionOf(later(broken, 10_001)).state).toBe('offline');
});

it('passes on what the monitor says of its port, and shows no rate meanwhile', () => {
  for (const connection of ['stale', 'reconnecting', 'offline'] as const) {
    const state = afterStatus(live(0), { status: { ...status, connection }, since: {} }, 100);
    expect(connectionOf(state).state).toBe(connection);
    expect(connectionOf(state).sentence).toContain('/dev/ttyECG0');
    expect(shownRate(state)).toBeNull();
  }
});

it('the trend has a hole where the rate was not to be trusted, and no more than a minute', () => {
  const after = afterSecond(later(afterSecond(live(0)), 5000));
  expect(after.trend).toEqual([59, 60, 60, null]);
  let long = live(0);
  for (let i = 0; i < 100; i += 1) long = afterSecond(long);
  expect(long.trend.length).toBe(60);
});

it('an alarm spans from its onset to where its condition ended', () => {
  const raised = says(live(0), alarm('on', 16));
  expect(raised.spans).toEqual([{ id: 'asystole', fromS: 12, priority: 'high' }]);
  const acknowledged = says(raised, alarm('acknowledged', 18));
  expect(acknowledged.spans).toEqual(raised.spans);
  expect(says(acknowledged, alarm('off', 21)).spans).toEqual([{ id: 'asystole', fromS: 12, toS: 21, priority: 'high' }]);
});
