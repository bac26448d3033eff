import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MonitorEvent } from '../events.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { EIGHT_LEADS, type SyntheticSignal, signalOf, steadyBeats } from './synthetic-ecg.ts';
import { alarmsOn, beatTimes, listen, shownRates } from './test-ear.ts';

/** Beats of the signal that were found within 40 ms, and those found that are none. */
function score(truth: readonly { at: number }[], found: readonly number[]) {
  const missed = truth.filter(({ at }) => !found.some((t) => Math.abs(t - at) < 0.04)).map(({ at }) => at);
  const extra = found.filter((t) => !truth.some(({ at }) => Math.abs(t - at) < 0.04));
  return { missed, extra };
}

describe('beats and rate', () => {
  const ladder = [20, 30, 40, 60, 75, 100, 150, 200, 250, 300];
  it.each(ladder)('finds every beat at %i bpm and shows the rate within ten seconds', (bpm) => {
    const beats = steadyBeats({ bpm, untilS: 20 });
    const events = listen(signalOf(beats, { durationS: 21 }));
    expect(score(beats, beatTimes(events))).toEqual({ missed: [], extra: [] });
    const rates = events.filter((event) => event.kind === 'hr' && event.t >= 10);
    const last = shownRates(events).at(-1);
    expect(Math.abs(last! - bpm)).toBeLessThanOrEqual(1);
    expect(rates.every((event) => event.kind === 'hr' && Math.abs(event.bpm! - bpm) <= 1)).toBe(true);
  });

  it.each([40, 60, 100, 150])('does not count a T wave as tall as the R wave at %i bpm', (bpm) => {
    const beats = steadyBeats({ bpm, untilS: 20, t: 1.2 });
    expect(score(beats, beatTimes(listen(signalOf(beats, { durationS: 21 }))))).toEqual({ missed: [], extra: [] });
  });

  it.each([100, 250, 255.8, 280, 360, 1000])('works at %d samples a second', (sampleRate) => {
    const beats = steadyBeats({ bpm: 80, untilS: 12 });
    const events = listen(signalOf(beats, { durationS: 13, sampleRate, leads: 2 }));
    expect(score(beats, beatTimes(events))).toEqual({ missed: [], extra: [] });
  });

  it('tells each beat within 350 ms, again when it is final, and in order', () => {
    const beats = steadyBeats({ bpm: 75, untilS: 20 });
    const signal = signalOf(beats, { durationS: 21 });
    const told: { t: number; now: number; state: string }[] = [];
    const pipeline = createPipeline({
      sampleRate: 500,
      leads: EIGHT_LEADS,
      onEvent: (event) => event.kind === 'beat' && told.push({ t: event.t, now: pipeline.index / 500, state: event.state }),
    });
    for (let from = 0; from < signal.count; from += 10) pipeline.push({ mv: signal.mv, from, count: 10 });
    pipeline.end();
    const provisional = told.filter(({ state }) => state === 'provisional');
    const final = told.filter(({ state }) => state === 'final');
    expect(final.map(({ t }) => t)).toEqual(provisional.map(({ t }) => t));
    expect(provisional.filter(({ t }) => t > 5).every(({ t, now }) => now - t <= 0.35)).toBe(true);
    expect(final.filter(({ t }) => t > 5).every(({ t, now }) => now - t <= 1.5 + 0.8)).toBe(true);
  });
});

describe('another rhythm', () => {
  it.each([
    [75, 180, 0.35],
    [75, 220, 0.35],
    [120, 250, 0.5],
    [120, 180, 0.3],
  ])('finds the low wide beats that follow sinus at %i bpm at %i bpm, their first ones too', (sinus, vt, share) => {
    const before = steadyBeats({ bpm: sinus, untilS: 12 });
    const from = before.at(-1)!.at;
    const wide = steadyBeats({ bpm: vt, untilS: 12 }).map(({ at }) => ({ at: from + at + 0.1, r: 2.4 * share, t: 0, sigma: 0.03 }));
    const beats = [...before, ...wide];
    const { missed, extra } = score(beats, beatTimes(listen(signalOf(beats, { durationS: 26 }))));
    expect(extra).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(2);
  });
});

describe('what is no beat', () => {
  const durationS = 12;
  const flat = (value: (i: number) => number): SyntheticSignal => {
    const signal = signalOf([], { durationS });
    return { ...signal, mv: signal.mv.map((_, at) => value(Math.floor(at / 8))) };
  };
  let seed = 1;
  const noise = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 31 - 1;
  };
  const silences: readonly [string, SyntheticSignal][] = [
    ['zero', flat(() => 0)],
    ['a constant', flat(() => 1.7)],
    ['three counts of noise', flat(() => 0.003 * noise())],
    ['30 uV of white noise', flat(() => 0.03 * Math.sqrt(3) * noise())],
    ['50 Hz', flat((i) => Math.sin((2 * Math.PI * 50 * i) / 500))],
    ['60 Hz', flat((i) => Math.sin((2 * Math.PI * 60 * i) / 500))],
    ['a slow wander', flat((i) => 2 * Math.sin((2 * Math.PI * 0.3 * i) / 500))],
  ];
  it.each(silences)('%s gives no beat, no rate, and asystole within five seconds', (_, signal) => {
    const events = listen(signal);
    expect(beatTimes(events)).toEqual([]);
    expect(shownRates(events)).toEqual([]);
    const alarm = events.find((event) => event.kind === 'alarm');
    expect(alarm).toMatchObject({ id: 'asystole', state: 'on', priority: 'high', conditionDelayMs: 4000 });
    expect(alarm!.t).toBeLessThanOrEqual(5);
  });
});

/** A rhythm with everything in it: a step, a pause, an electrode off, broken samples, short and long holes. */
function eventful(): { signal: SyntheticSignal; feed: (pipeline: Pipeline, chunks: Iterator<number>) => void } {
  const beats = [
    ...steadyBeats({ bpm: 70, untilS: 9 }),
    ...steadyBeats({ bpm: 130, untilS: 9 }).map(({ at }) => ({ at: at + 9.5 })),
    { at: 24 },
    { at: 25 },
  ];
  const signal = signalOf(beats, { durationS: 30 });
  const connected = new Uint16Array(signal.count).fill(0x1ff);
  connected.fill(0x1ff & ~0x40, 3000, 5500);
  connected.fill(0x1ff & ~1, 7000, 7070);
  const rails = new Uint16Array(signal.count).fill(0b100, 8000, 9500);
  signal.mv[8 * 2000 + 3] = Number.NaN;
  const holes = new Map([
    [4000, 7],
    [6000, 300],
    [10_000, 1400],
  ]);
  function feed(pipeline: Pipeline, chunks: Iterator<number>): void {
    for (let from = 0; from < signal.count; ) {
      const hole = holes.get(from);
      if (hole) {
        pipeline.skip(hole);
        from += hole;
      }
      const stop = [...holes.keys()].find((at) => at > from) ?? signal.count;
      const count = Math.min(chunks.next().value, stop - from);
      pipeline.push({ mv: signal.mv, connected, rails, from, count });
      from += count;
    }
    pipeline.end();
  }
  return { signal, feed };
}

/** What is said before frame `stop` when the whole signal comes as one block, its frames from there on scrambled. */
function saidBefore(stop: number, { mv, leads, count, sampleRate }: SyntheticSignal, scrambled: boolean): MonitorEvent[] {
  const block = { mv: scrambled ? mv.map((value, at) => (at < stop * leads ? value : Math.sin(at * at))) : mv, count };
  const events: MonitorEvent[] = [];
  const pipeline = createPipeline({
    sampleRate,
    leads: EIGHT_LEADS,
    onEvent: (event) => pipeline.index + sampleRate / 10 <= stop && events.push(event),
  });
  pipeline.push(block);
  return events;
}

describe('a stream is a stream', () => {
  const { signal, feed } = eventful();
  const cut = (sizes: readonly number[]): MonitorEvent[] => {
    let next = 0;
    return listen(signal, (pipeline) => feed(pipeline, { next: () => ({ value: sizes[next++ % sizes.length]! }) }));
  };
  const whole = cut([100_000]);

  it('is eventful', () => {
    expect(new Set(whole.map(({ kind }) => kind))).toEqual(new Set(['beat', 'hr', 'lead', 'alarm', 'quality']));
  });

  it('however it is cut, the events are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        expect(cut(sizes)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
    expect(cut([1])).toEqual(whole);
  });

  it('what comes later changes nothing that was said before', () => {
    for (const stop of [1500, 2750, 4000]) {
      const clean = saidBefore(stop, signal, false);
      expect(clean.length).toBeGreaterThan(3);
      expect(saidBefore(stop, signal, true)).toEqual(clean);
    }
  });

  it('starts later when the signal does', () => {
    const beats = steadyBeats({ bpm: 75, untilS: 15 });
    const plain = beatTimes(listen(signalOf(beats, { durationS: 16 })));
    const late = signalOf(beats, { durationS: 16 });
    const shifted = beatTimes(
      listen(late, (pipeline) => {
        pipeline.skip(1500);
        pipeline.push(late);
      }),
    );
    expect(shifted.map((t) => Number((t - 3).toFixed(6)))).toEqual(plain.map((t) => Number(t.toFixed(6))));
  });
});

describe('leads', () => {
  const beats = steadyBeats({ bpm: 75, untilS: 15 });
  const signal = signalOf(beats, { durationS: 16 });
  const plain = beatTimes(listen(signal));
  const changed = (change: (value: number, lead: number, i: number) => number): SyntheticSignal => ({
    ...signal,
    mv: signal.mv.map((value, at) => change(value, at % 8, Math.floor(at / 8))),
  });
  const near = (found: readonly number[], withinS: number): void => {
    expect(found.length).toBe(plain.length);
    found.forEach((t, i) => expect(Math.abs(t - plain[i]!)).toBeLessThanOrEqual(withinS));
  };

  it('polarity, size from 0.3 to 5, and offset make no difference', () => {
    near(beatTimes(listen(changed((value) => -value))), 0.02);
    for (const size of [0.3, 5]) near(beatTimes(listen(changed((value) => size * value))), 0.003);
    near(beatTimes(listen(changed((value) => value + 3))), 0.003);
  });

  it('a lead that is broken, dead or wild leaves the beats to the others', () => {
    near(beatTimes(listen(changed((value, lead) => (lead === 2 ? Number.NaN : value)))), 0.012);
    near(beatTimes(listen(changed((value, lead) => (lead === 2 ? 0 : value)))), 0.012);
    const step = changed((value, lead, i) => (lead === 4 && i > 4000 ? value + 2 : value));
    expect(score(beats, beatTimes(listen(step))).missed).toEqual([]);
  });

  it('their order makes no difference', () => {
    const order = [7, 2, 5, 0, 1, 6, 3, 4];
    const mv = signal.mv.map((_, at) => signal.mv[at - (at % 8) + order[at % 8]!]!);
    near(beatTimes(listen({ ...signal, mv })), 0.001);
  });
});

describe('holes', () => {
  const beats = steadyBeats({ bpm: 75, untilS: 30 });
  const signal = signalOf(beats, { durationS: 31 });
  const withHole = (frames: number): MonitorEvent[] =>
    listen(signal, (pipeline) => {
      pipeline.push({ mv: signal.mv, count: 6000 });
      pipeline.skip(frames);
      pipeline.push({ mv: signal.mv, from: 6000 + frames, count: signal.count - 6000 - frames });
    });

  it('no beat lies in one and no interval spans one, the time axis stays true', () => {
    for (const frames of [100, 700, 1600]) {
      const events = withHole(frames);
      const found = beatTimes(events);
      expect(found.filter((t) => t > 12.05 && t < 12 + frames / 500)).toEqual([]);
      expect(score(beats, found).extra).toEqual([]);
      const spans = events.flatMap((event) =>
        event.kind === 'beat' && event.rr !== undefined && event.t > 12 + frames / 500 && event.t - event.rr < 12 ? [event] : [],
      );
      expect(spans).toEqual([]);
    }
  });

  it('one lost frame costs nothing', () => {
    expect(
      score(
        beats.filter(({ at }) => at < 30),
        beatTimes(withHole(1)),
      ).missed,
    ).toEqual([]);
  });

  it('the rate goes blank within two seconds of a long one, and comes back right', () => {
    const rates = withHole(2500).filter((event) => event.kind === 'hr');
    const blank = rates.find((event) => event.kind === 'hr' && event.bpm === null);
    expect(blank!.t).toBeGreaterThan(12);
    expect(blank!.t).toBeLessThanOrEqual(14);
    expect(rates.at(-1)).toMatchObject({ bpm: 75 });
    expect(alarmsOn(withHole(2500))).toEqual(['signal-lost']);
  });
});
