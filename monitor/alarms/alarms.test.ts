import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlarmEvent } from '../events.ts';
import { type Alarms, createAlarms, type Vitals } from './alarms.ts';
import { resolveLimits } from './limits.ts';

const TICK_S = 0.1;

/** Alarms on ticks of a tenth of a second, with vitals as a function of time. */
function run(
  durationS: number,
  vitalsAt: (t: number) => Partial<Vitals>,
  also: (t: number, alarms: Alarms) => void = () => {},
): AlarmEvent[] {
  const events: AlarmEvent[] = [];
  const alarms = createAlarms(resolveLimits(), (event) => events.push(event));
  for (let tick = 0; tick <= durationS / TICK_S; tick += 1) {
    const t = Number((tick * TICK_S).toFixed(1));
    const silence = { since: t, knownTo: t, beats: 0, usable: true };
    alarms.update(t, { rate: 75, silence, electrodesOff: [], allLeadsOff: false, ...vitalsAt(t) });
    also(t, alarms);
  }
  return events;
}

const stopped = (t: number, since: number, beats = 9) => ({ silence: { since, knownTo: t - 0.3, beats, usable: true } });

const states = (events: readonly AlarmEvent[], id: string): string[] =>
  events.flatMap((event) => (event.id === id ? [`${event.state} ${event.t}`] : []));

describe('rate alarms', () => {
  it('start two seconds beyond the limit and end two seconds well inside', () => {
    const events = run(20, (t) => ({ rate: t < 5 ? 75 : t < 12 ? 45 : 75 }));
    expect(states(events, 'brady')).toEqual(['on 7', 'off 14']);
    expect(states(events, 'extreme-brady')).toEqual([]);
    expect(events[0]).toMatchObject({ onset: 5, conditionDelayMs: 2000, generationDelayMs: 0, text: 'HR 45 < 50' });
  });

  it('do not chatter at the limit', () => {
    const events = run(60, (t) => ({ rate: 50 + (Math.floor(t) % 4 < 3 ? -1 : 1) }));
    expect(states(events, 'brady')).toEqual(['on 2']);
  });

  it('never sound for a shorter time beyond the limit than their delay', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ lengthS: fc.integer({ min: 1, max: 60 }), rate: fc.integer({ min: 20, max: 250 }) }), { maxLength: 12 }),
        (parts) => {
          const rates = parts.flatMap(({ lengthS, rate }) => Array<number>(lengthS).fill(rate));
          const events = run(rates.length * TICK_S, (t) => ({ rate: rates[Math.round(t / TICK_S)] ?? 75 }));
          for (const event of events.filter(({ id, state }) => id === 'tachy' && state === 'on')) {
            const before = rates.slice(Math.round(event.t / TICK_S) - 20, Math.round(event.t / TICK_S));
            expect(before.length === 20 && before.every((rate) => rate > 120)).toBe(true);
          }
        },
      ),
    );
  });

  it('end when there is no rate to judge', () => {
    const events = run(20, (t) => ({ rate: t < 10 ? 200 : null }));
    expect(states(events, 'extreme-tachy')).toEqual(['on 2', 'off 10']);
  });
});

describe('asystole', () => {
  it('is on four seconds of known silence after the last beat, and latches until someone has seen it', () => {
    const events = run(
      30,
      (t) => (t < 5 ? {} : t < 20 ? stopped(t, 5) : { silence: { since: t, knownTo: t, beats: 9 + Math.floor(t - 19), usable: true } }),
      (t, alarms) => t === 25 && alarms.acknowledge('asystole', t),
    );
    expect(states(events, 'asystole')).toEqual(['on 9.3', 'latched 21', 'off 25']);
    expect(events[0]).toMatchObject({ onset: 5, conditionDelayMs: 4000, generationDelayMs: 300 });
  });

  it('does not end with a single beat', () => {
    const events = run(20, (t) => (t < 12 ? stopped(t, 0) : stopped(t, 12, 10)));
    expect(states(events, 'asystole')).toEqual(['on 4.3']);
  });

  it('is nothing to be said without a usable lead', () => {
    const events = run(20, (t) => ({
      silence: { since: 0, knownTo: t, beats: 9, usable: false },
      rate: null,
      electrodesOff: ['RA', 'LA', 'LL'],
      allLeadsOff: true,
    }));
    expect(events.map(({ id }) => id)).toEqual(['lead-off', 'all-leads-off']);
  });
});

const fallenOff = (t: number): string[] => (t < 3 ? [] : t < 6 ? ['V1'] : t < 9 ? ['V1', 'V2'] : t < 12 ? ['V2'] : []);

describe('electrodes', () => {
  it('sound again when another one comes off, and say which', () => {
    const events = run(
      15,
      (t) => ({ electrodesOff: fallenOff(t) }),
      (t, alarms) => t === 4 && alarms.acknowledge('lead-off', t),
    );
    expect(events.map(({ state, t, text }) => `${state} ${t} ${text}`)).toEqual([
      'on 3 V1 electrode off',
      'acknowledged 4 V1 electrode off',
      'on 6 V1, V2 electrodes off',
      'off 12 V1, V2 electrodes off',
    ]);
  });
});

it('lists what stands, oldest first', () => {
  let standing: string[] = [];
  run(
    10,
    (t) => ({ rate: t > 4 ? 30 : 75, electrodesOff: t > 1 ? ['V6'] : [] }),
    (_, alarms) => {
      standing = alarms.standing.map(({ id }) => id);
    },
  );
  expect(standing).toEqual(['lead-off', 'extreme-brady', 'brady']);
});

it('refuses limits that make no sense', () => {
  expect(() => resolveLimits({ bradyBpm: 500 })).toThrow('alarm limit bradyBpm must be 10..300 bpm, got 500');
  expect(() => resolveLimits({ bradyBpm: 130 })).toThrow('alarm limit bradyBpm (130) must be below tachyBpm (120)');
  expect(() => resolveLimits({ asystoleS: 60 })).toThrow('alarm limit asystoleS must be 3..10 s, got 60');
});
