import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { createVirtualClock, ms, seconds } from '../../kernel/index.ts';
import type { LinkStatusEvent } from '../events.ts';
import { beating, createTestPort, startTestDevice } from '../test-port.ts';
import { createAcquisition } from './acquisition.ts';

function bench(overrides: Parameters<typeof resolveProfile>[1] = {}, expectedRate = overrides.sampleRate ?? 500) {
  const clock = createVirtualClock();
  const port = createTestPort();
  const device = resolveProfile('ideal', overrides);
  const stream = startTestDevice({ clock, port, profile: device, signal: beating });
  const links: LinkStatusEvent[] = [];
  const indices: number[] = [];
  const rates: (number | null)[] = [];
  const acquisition = createAcquisition({
    clock,
    path: 'test',
    connect: port.connect,
    device: { ...device, sampleRate: expectedRate },
    onFrames: ({ firstFrame, count }) => indices.push(firstFrame, firstFrame + count),
    onLink: (event) => links.push(event),
    onWrongRate: (found) => rates.push(found),
  });
  const told = (): string[] => links.map(({ event }) => event);
  return { clock, port, stream, acquisition, links, told, indices, rates };
}

describe('a port that goes away', () => {
  it('is told, waited for with growing patience, and opened again', async () => {
    const { clock, port, acquisition, told, links } = bench();
    acquisition.start();
    await clock.runUntil(seconds(5));
    port.unplug();
    await clock.runUntil(seconds(15));
    const attempts = port.stats.connections;
    port.replug();
    await clock.runUntil(seconds(20));
    expect(told()).toEqual(['open', 'unplugged', 'close', 'open', 'gap']);
    expect(attempts).toBe(9); // the first one, then 0.1 0.3 0.7 1.5 3.1 5.1 7.1 and 9.1 s after the cable was pulled
    expect(links.at(-1)!.t).toBeCloseTo(5, 1);
    expect(links.at(-1)!.durationMs).toBeGreaterThan(10_000);
    await acquisition.stop();
    expect(port.stats).toMatchObject({ open: 0, openMax: 1 });
  });

  it('without a word, as when the native reader spins, is closed after a second of silence', async () => {
    const { clock, port, acquisition, told, links } = bench();
    acquisition.start();
    await clock.runUntil(seconds(5));
    port.unplug('hung');
    await clock.runUntil(seconds(8));
    port.replug();
    await clock.runUntil(seconds(12));
    expect(told()).toEqual(['open', 'stalled', 'close', 'unplugged', 'open', 'gap']);
    expect(links[1]).toMatchObject({ durationMs: 1000 });
    await acquisition.stop();
    expect(port.stats).toMatchObject({ open: 0, openMax: 1 });
  });

  it('comes back 200 times out of 200', async () => {
    const { clock, port, acquisition, told } = bench();
    acquisition.start();
    for (let round = 0; round < 200; round += 1) {
      const until = clock.now();
      await clock.runUntil((until + ms(300 + (round % 7) * 3)) as typeof until);
      port.unplug(round % 3 === 0 ? 'hung' : 'told');
      await clock.runUntil((clock.now() + ms(1200)) as typeof until);
      port.replug();
      await clock.runUntil((clock.now() + ms(2200)) as typeof until);
      expect(acquisition.isOpen).toBe(true);
    }
    expect(told().filter((event) => event === 'open').length).toBe(201);
    await acquisition.stop();
    expect(port.stats).toMatchObject({ open: 0, openMax: 1 });
  });
});

describe('a device that falls silent', () => {
  it('is told once, however often the port is opened again', async () => {
    const { clock, port, stream, acquisition, told } = bench();
    acquisition.start();
    await clock.runUntil(seconds(3));
    stream.muted = true;
    await clock.runUntil(seconds(20));
    expect(told()).toEqual(['open', 'stalled', 'close', 'open']);
    expect(port.stats.connections).toBeGreaterThan(3);
    stream.muted = false;
    await clock.runUntil(seconds(24));
    expect(told()).toEqual(['open', 'stalled', 'close', 'open', 'gap']);
    await acquisition.stop();
  });
});

describe('the first attempt to open', () => {
  it.each([
    ['missing', 'cannot open test: there is no such port'],
    ['busy', 'cannot open test: another program has it open'],
  ])('tells a %s port in a sentence, and goes on trying', async (why, sentence) => {
    const { clock, port, acquisition } = bench();
    if (why === 'missing') port.unplug();
    port.busy = why === 'busy';
    acquisition.start();
    await clock.runUntil(seconds(1));
    const first = await acquisition.firstOpen;
    expect(first.ok ? '' : first.because).toContain(sentence);
    port.replug();
    port.busy = false;
    await clock.runUntil(seconds(5));
    expect(acquisition.isOpen).toBe(true);
    await acquisition.stop();
  });

  it('says so when it works', async () => {
    const { clock, acquisition } = bench();
    acquisition.start();
    await clock.runUntil(ms(50));
    expect(await acquisition.firstOpen).toEqual({ ok: true });
    await acquisition.stop();
  });
});

describe('the ascii generation', () => {
  it('is told to start, and to stop', async () => {
    const { clock, port, acquisition } = bench({ protocol: 'ecg12-ascii', sampleRate: 200 });
    acquisition.start();
    await clock.runUntil(seconds(1));
    expect(port.written).toBe('1\r\n');
    await acquisition.stop();
    expect(port.written).toBe('1\r\n0\r\n');
  });

  it('is woken on a port that was thought to be binary', async () => {
    const { clock, port, stream, acquisition } = bench();
    stream.muted = true;
    acquisition.start();
    await clock.runUntil(ms(700));
    expect(port.written).toBe('1\r\n');
    await acquisition.stop();
  });
});

describe('the time axis', () => {
  it('frame indices are the frames of the device, through any silences and unplugs', async () => {
    const trouble = fc.array(
      fc.record({ kind: fc.constantFrom('mute' as const, 'told' as const, 'hung' as const), forMs: fc.integer({ min: 20, max: 4000 }) }),
      {
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(trouble, async (troubles) => {
        const { clock, port, stream, acquisition, indices } = bench();
        acquisition.start();
        await clock.runUntil(seconds(1));
        for (const { kind, forMs } of troubles) {
          if (kind === 'mute') stream.muted = true;
          else port.unplug(kind);
          await clock.runUntil((clock.now() + ms(forMs)) as ReturnType<typeof clock.now>);
          stream.muted = false;
          port.replug();
          await clock.runUntil((clock.now() + seconds(5)) as ReturnType<typeof clock.now>);
        }
        // The decoder may hold back one frame until its successor comes.
        expect(Math.abs(indices.at(-1)! - indices[0]! - stream.frames)).toBeLessThanOrEqual(12);
        expect(indices).toEqual(indices.toSorted((a, b) => a - b));
        await acquisition.stop();
      }),
      { numRuns: 20 },
    );
  });
});

describe('a device of another rate', () => {
  it.each([200, 400, 600])('is noticed: %i frames a second are not 500', async (sampleRate) => {
    const { clock, acquisition, rates, told } = bench({ sampleRate }, 500);
    acquisition.start();
    await clock.runUntil(seconds(25));
    expect(rates).toEqual([expect.closeTo(sampleRate, -1)]);
    expect(told()).toEqual(['open']);
    await acquisition.stop();
  });

  it('is not mistaken for one whose frames come in bursts', async () => {
    const { clock, acquisition, rates } = bench();
    acquisition.start();
    await clock.runUntil(seconds(60));
    expect(rates).toEqual([]);
    await acquisition.stop();
  });
});

it('nothing happens after stop, not even an open that was under way', async () => {
  const { clock, port, acquisition, told } = bench();
  acquisition.start();
  await acquisition.stop();
  await clock.runUntil(seconds(5));
  expect(told()).toEqual([]);
  expect(port.stats).toMatchObject({ open: 0, connections: 1 });
});

it('damage on the line is told and counted, but not without end', async () => {
  const { clock, port, acquisition, told } = bench();
  acquisition.start();
  await clock.runUntil(seconds(2));
  for (let i = 0; i < 300; i += 1) port.send(Uint8Array.of(0xe8, 1, 0x11, 0x20, 0, ...Array(16).fill(i & 0x7f), 0x8e));
  await clock.runUntil(seconds(2.5));
  expect(acquisition.stats.checksumErrors).toBeGreaterThan(250);
  expect(told().filter((event) => event === 'checksum').length).toBeLessThanOrEqual(50);
  await acquisition.stop();
});
