import { describe, expect, it } from 'vitest';
import { every } from './clock.ts';
import { createSystemClock } from './system-clock.ts';
import { ms, seconds, toMs } from './units.ts';
import { createVirtualClock } from './virtual-clock.ts';

describe('virtual clock', () => {
  it('jumps from event to event and ends at the end', async () => {
    const clock = createVirtualClock();
    const seen: [string, number][] = [];
    clock.at(seconds(2), 'b', () => seen.push(['b', clock.now()]));
    clock.at(seconds(1), 'a', () => seen.push(['a', clock.now()]));
    clock.at(seconds(9), 'beyond', () => seen.push(['beyond', clock.now()]));
    expect(await clock.runUntil(seconds(5))).toBe('end');
    expect(seen).toEqual([
      ['a', 1e6],
      ['b', 2e6],
    ]);
    expect(clock.now()).toBe(5e6);
  });

  it('lets promises and streams settle between two events of one instant', async () => {
    const clock = createVirtualClock();
    const order: string[] = [];
    clock.at(ms(1), 'first', () => {
      order.push('first');
      void Promise.resolve().then(() => process.nextTick(() => order.push('settled')));
    });
    clock.at(ms(1), 'second', () => order.push('second'));
    await clock.runUntil(ms(1));
    expect(order).toEqual(['first', 'settled', 'second']);
  });

  it('says why it stopped', async () => {
    const clock = createVirtualClock();
    expect(await clock.runUntil(seconds(1))).toBe('idle');
    every(clock, ms(1), 'tick', () => undefined);
    expect(await clock.runUntil(seconds(2), { eventsMax: 10 })).toBe('event-budget');
    clock.at(clock.now(), 'stop', () => clock.stop());
    expect(await clock.runUntil(seconds(3))).toBe('stopped');
  });

  it('sleeps until aborted, and cancels what it scheduled', async () => {
    const clock = createVirtualClock();
    const abort = new AbortController();
    const slept = clock.sleep(seconds(1), abort.signal);
    const refused = expect(slept).rejects.toThrow('enough');
    clock.at(ms(10), 'abort', () => abort.abort(new Error('enough')));
    await clock.runUntil(seconds(2));
    await refused;
    expect(clock.eventsRun).toBe(1);
  });
});

describe('every', () => {
  it('keeps an absolute schedule and can stop itself', async () => {
    const clock = createVirtualClock();
    const dues: number[] = [];
    const stop = every(clock, ms(2), 'tick', (due) => {
      dues.push(toMs(due));
      if (dues.length === 3) stop();
    });
    await clock.runUntil(seconds(1));
    expect(dues).toEqual([2, 4, 6]);
  });
});

describe('system clock', () => {
  it('never runs anything before it is due, and never what was cancelled', async () => {
    const clock = createSystemClock();
    const early: number[] = [];
    clock.at(ms(1), 'cancelled', () => early.push(-1))();
    await Promise.all([1, 2, 3, 5].map((span) => clock.sleep(ms(span)).then(() => early.push(clock.now() - ms(span)))));
    expect(early).toHaveLength(4);
    expect(Math.min(...early)).toBeGreaterThanOrEqual(0);
  });

  it('runs what is late at the next turn, in order, unless it was cancelled', async () => {
    const clock = createSystemClock();
    await clock.sleep(ms(2));
    const ran: number[] = [];
    const cancels = [0, 1, 2].map((i) => clock.at(ms(1), 'late', () => ran.push(i)));
    cancels[1]!();
    expect(ran).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ran).toEqual([0, 2]);
  });
});
