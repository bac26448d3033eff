import { describe, expect, it } from 'vitest';
import { ALL_CONNECTED, resolveProfile } from '../firmware-protocol/index.ts';
import { createVirtualClock, seconds } from '../kernel/index.ts';
import type { MonitorOptions, WaveBlock } from './contract.ts';
import type { MonitorEvent } from './events.ts';
import { createMonitor } from './monitor.ts';
import { beating, createTestPort, startTestDevice, type TestDeviceOptions } from './test-port.ts';

const profile = resolveProfile('ideal');

function bench(patient: Partial<TestDeviceOptions> = {}, options: Partial<MonitorOptions> = {}) {
  const clock = createVirtualClock();
  const port = createTestPort();
  const device = startTestDevice({ clock, port, profile, signal: beating, ...patient });
  const monitor = createMonitor({ clock, path: 'test', connect: port.connect, device: profile, ...options });
  const events: MonitorEvent[] = [];
  const waves: WaveBlock[] = [];
  monitor.onEvent((event) => events.push(event));
  monitor.onWave((block) => waves.push(block));
  const run = (untilS: number): Promise<unknown> => clock.runUntil(seconds(untilS));
  return { clock, port, device, monitor, events, waves, run };
}

const alarms = (events: readonly MonitorEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'alarm' ? [`${event.id} ${event.state}`] : []));

describe('a steady stream', () => {
  it('gives the rate, every frame drawn, and a live connection', async () => {
    const { monitor, events, waves, run, device } = bench();
    expect(monitor.status.connection).toBe('offline');
    monitor.start();
    await run(12);
    expect(monitor.status).toMatchObject({
      connection: 'live',
      protocol: 'ecg12-binary',
      heartRate: 75,
      framesLost: 0,
      gaps: 0,
      alarms: [],
    });
    expect(alarms(events)).toEqual([]);
    const drawn = waves.reduce((sum, { count }) => sum + count, 0);
    expect(device.frames - drawn).toBeLessThanOrEqual(30);
    await monitor.stop();
    expect(monitor.status.connection).toBe('offline');
  });

  it('is measured the same whatever is drawn', async () => {
    const quiet = bench({}, { display: { band: 'diagnostic', notch: 50 } });
    const busy = bench();
    for (const { monitor } of [quiet, busy]) monitor.start();
    await quiet.run(12);
    for (let s = 1; s <= 12; s += 1) {
      busy.monitor.setDisplay({ band: s % 2 ? 'surgery' : 'st', notch: s % 3 ? 50 : 'off' });
      await busy.run(s);
    }
    expect(busy.events).toEqual(quiet.events);
    expect(busy.monitor.status.display).toEqual({ band: 'st', notch: 'off' });
  });

  it('of another frame rate gives no heart rate while the fault is named, and one again when it is gone', async () => {
    const { clock, port, monitor, events, run, device } = bench({ profile: resolveProfile('ideal', { sampleRate: 200 }) });
    monitor.start();
    await run(23);
    const named = events.findIndex((event) => event.kind === 'alarm' && event.id === 'wrong-rate');
    expect(events[named]).toMatchObject({ state: 'on', text: '200 frames a second, 500 expected: rates are wrong' });
    await run(45);
    expect(monitor.status.heartRate).toBe(null);
    expect(monitor.status.alarms.map(({ id }) => id)).toEqual(['wrong-rate']);
    expect(events.slice(named + 1).some((event) => event.kind === 'hr' && event.bpm !== null)).toBe(false);
    device.stop();
    startTestDevice({ clock, port, profile, signal: beating });
    await run(80);
    expect(monitor.status).toMatchObject({ heartRate: 75, alarms: [] });
  });

  it('of counts that never change is asystole, not a heart rate', async () => {
    const { monitor, events, run } = bench({ signal: () => 0 });
    monitor.start();
    await run(6);
    expect(alarms(events)).toEqual(['asystole on']);
    expect(monitor.status.heartRate).toBe(null);
    monitor.acknowledge('asystole');
    expect(monitor.status.alarms.map(({ id, state }) => `${id} ${state}`)).toEqual(['asystole acknowledged']);
  });
});

describe('data that stop', () => {
  it.each(['told', 'hung', 'mute'] as const)(
    'by a cable pulled or a device gone silent (%s) blank the rate within two seconds',
    async (how) => {
      const { monitor, events, port, device, run } = bench();
      monitor.start();
      await run(10);
      if (how === 'mute') device.muted = true;
      else port.unplug(how);
      await run(12);
      expect(monitor.status.heartRate).toBe(null);
      expect(alarms(events)).toEqual(['signal-lost on']);
      const blank = events.find((event) => event.kind === 'hr' && event.bpm === null);
      expect(blank!.t).toBeCloseTo(11.5, 1);
      await run(20);
      port.replug();
      device.muted = false;
      await run(32);
      expect(alarms(events)).toEqual(['signal-lost on', 'signal-lost off']);
      expect(monitor.status).toMatchObject({ connection: 'live', heartRate: 75 });
      const last = events.findLast((event) => event.kind === 'beat');
      expect(Math.abs(((last!.t + 0.4) % 0.8) - 0.4)).toBeLessThan(0.03); // the time axis is still the device's
      await monitor.stop();
    },
  );

  it('before they began are an alarm too', async () => {
    const { monitor, events, device, run } = bench();
    device.muted = true;
    monitor.start();
    await run(4);
    expect(alarms(events)).toEqual(['signal-lost on']);
    await monitor.stop();
  });
});

describe('frames of zeros', () => {
  it('at power-up are nothing: no alarm, no wave, no step in the beats that follow', async () => {
    const { monitor, events, waves, run } = bench({ signal: (t) => (t < 3 ? Number.NEGATIVE_INFINITY : 0.8 + beating(t)) });
    monitor.start();
    await run(13);
    expect(alarms(events)).toEqual([]);
    expect(waves[0]!.firstSample).toBe(1500);
    expect(monitor.status.heartRate).toBe(75);
    const first = events.find((event) => event.kind === 'beat');
    expect(first!.t).toBeGreaterThan(3.1);
  });

  it('for seconds later on are a lost signal, in signal time', async () => {
    const { monitor, events, run } = bench({ signal: (t) => (t > 10 && t < 14 ? Number.NEGATIVE_INFINITY : beating(t)) });
    monitor.start();
    await run(25);
    expect(alarms(events)).toEqual(['signal-lost on', 'signal-lost off']);
    expect(monitor.status.heartRate).toBe(75);
  });
});

const withoutV3 = (t: number): number => (t > 6 && t < 9 ? ALL_CONNECTED & ~0x20 : ALL_CONNECTED);

it('an electrode that comes off is named, drawn as missing, and no beat is lost', async () => {
  const { monitor, events, waves, run } = bench({ connected: withoutV3 });
  monitor.start();
  await run(8);
  expect(monitor.status.electrodesOff).toEqual(['V3']);
  await run(12);
  expect(monitor.status.electrodesOff).toEqual([]);
  expect(alarms(events)).toEqual(['lead-off on', 'lead-off off']);
  expect(waves.filter(({ electrodesOff }) => electrodesOff === 0x20).length).toBeGreaterThan(55);
  expect(events.filter((event) => event.kind === 'beat' && event.state === 'final').length).toBeGreaterThanOrEqual(13);
});

it('the ascii generation gives the same rate, also when the binary one was expected', async () => {
  const spoken = resolveProfile('ideal', { protocol: 'ecg12-ascii', sampleRate: 200 });
  for (const device of [spoken, resolveProfile('ideal')]) {
    const { monitor, run } = bench({ profile: spoken }, { device });
    monitor.start();
    await run(12);
    expect(monitor.status.protocol).toBe('ecg12-ascii');
    if (device === spoken) expect(monitor.status.heartRate).toBe(75);
    await monitor.stop();
  }
});

it('refuses limits that make no sense before anything is opened', () => {
  const { port } = bench();
  const make = () =>
    createMonitor({ clock: createVirtualClock(), path: 'test', connect: port.connect, device: profile, limits: { tachyBpm: 20 } });
  expect(make).toThrow(RangeError);
  expect(port.stats.connections).toBe(0);
});
