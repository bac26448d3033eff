import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createVirtualClock, every, ms, seconds, type TraceEvent, us } from '../../kernel/index.ts';
import type { WaveBlock } from '../../monitor/index.ts';
import { createFunctionalProjection } from './functional.ts';
import { watchHostJitter } from './host-jitter.ts';
import { rerunLine } from './rerun.ts';
import { createSampleHash } from './sample-hash.ts';
import { findScenarios } from './selection.ts';
import { createStagedClock } from './staged-clock.ts';
import { scheduleSteps } from './steps.ts';
import { verdictOf } from './verdict.ts';
import { createWaveLog } from './wave-log.ts';

const hashes = (cuts: readonly number[], samples: Uint16Array): string[] => {
  const told: string[] = [];
  const hash = createSampleHash({ framesPerHash: 10, tell: (_, text) => told.push(text) });
  const edges = [0, ...cuts.toSorted((a, b) => a - b), 40];
  for (let i = 1; i < edges.length; i += 1) {
    const [from, to] = [edges[i - 1]!, edges[i]!];
    hash.add({ samples: samples.subarray(from * 8, to * 8), connected: new Uint16Array(to - from).fill(0x1ff), count: to - from });
  }
  return told;
};

const hr = (t: number, bpm: number | null): TraceEvent => ({ at: seconds(t), src: 'monitor', kind: 'hr', data: { kind: 'hr', t, bpm } });

const block = (firstSample: number, value: number): WaveBlock => ({
  firstSample,
  sampleRate: 500,
  count: 10,
  data: new Int16Array(80).fill(value),
  microvoltsPerLsb: 5,
  electrodesOff: 0,
  gapBefore: false,
});

it('the device never sees time beyond a step that is not done yet, however late the step', async () => {
  const clock = createVirtualClock();
  const staged = createStagedClock(clock);
  const seen: number[] = [];
  const steps = [20, 20, 50].map((atMs) => ({ at: ms(atMs), label: '', command: { do: 'replug' } as const }));
  // every event of this host comes 7 ms late
  const late = { at: (due: number, label: string, run: () => void) => clock.at(us(due + 7000), label, run) };
  scheduleSteps({ steps, clock: late, staged, origin: us(0), end: seconds(1), apply: () => seen.push(staged.now()) });
  every(clock, ms(1), 'tick', () => expect(staged.now()).toBeLessThanOrEqual(clock.now()));
  await clock.runUntil(ms(100));
  expect(seen).toEqual([ms(20), ms(20), ms(50)]);
  expect(staged.now()).toBe(clock.now());
});

it('the hash of the signal does not depend on the blocks it comes in', () => {
  fc.assert(
    fc.property(
      fc.uint16Array({ minLength: 320, maxLength: 320 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
      fc.integer({ min: 0, max: 319 }),
      (samples, cuts, place) => {
        const whole = hashes([], samples);
        expect(whole).toHaveLength(4);
        expect(hashes(cuts, samples)).toEqual(whole);
        const other = samples.slice();
        other[place] = other[place]! ^ 1;
        expect(hashes([], other)).not.toEqual(whole);
      },
    ),
  );
});

it('the functional trace keeps numbers until shortly before the line is cut, then only whether there is one', () => {
  const project = createFunctionalProjection(seconds(10));
  const kept = [hr(8, 75), hr(9.5, 74), hr(11, null), hr(12, null), hr(20, 73), hr(21, 74)].map((event) => project(event)?.data);
  expect(kept).toEqual([{ bpm: 75 }, undefined, { shown: false }, undefined, { shown: true }, undefined]);
});

it('what is not behaviour stays out of the functional trace', () => {
  const project = createFunctionalProjection(Number.POSITIVE_INFINITY);
  const of = (src: string, kind: string, data: unknown): unknown => project({ at: us(0), src, kind, data })?.data;
  expect(of('link', 'opened', {})).toBeUndefined();
  expect(of('runner', 'finding', { verdict: 'pass' })).toBeUndefined();
  expect(of('monitor', 'quality', { kind: 'quality', t: 1, lead: 'I', index: 1 })).toBeUndefined();
  expect(of('monitor', 'alarm', { kind: 'alarm', t: 1, id: 'brady', state: 'on', priority: 'low', text: 'HR 49' })).toEqual({
    id: 'brady',
    state: 'on',
    priority: 'low',
  });
});

it('waves come back as they were drawn, with nothing where nothing was', () => {
  const waves = createWaveLog();
  waves.add(block(0, 100));
  waves.add(block(20, 200));
  expect(waves.cut('II', { from: 6, count: 10, step: 2 })).toEqual([0.5, 0.5, null, null, null, null, null, 1, 1, 1]);
});

it('names what is near when a scenario is not found', () => {
  expect(() => findScenarios(['S0l'])).toThrow(/^no scenario or suite is called "S0l": did you mean "S01"\?$/);
  expect(() => findScenarios(['nowhere/S01.yaml'])).toThrow(/^there is no scenario file nowhere\/S01.yaml/);
  expect(findScenarios(['field', 'S01']).filter((file) => file.endsWith('S01.yaml'))).toHaveLength(1);
});

it('writes a rerun line that includes the instant of the verdict', () => {
  const plan = { id: 'S99', file: 'somewhere/S99.yaml', end: seconds(60) };
  expect(rerunLine(plan, { seed: 7, on: 'virtual', until: seconds(15.25) })).toBe(
    'heartloop run somewhere/S99.yaml --seed 7 --on virtual --until 15.3s',
  );
  expect(rerunLine(plan, { seed: 7, on: 'pty', until: seconds(60) })).toBe('heartloop run somewhere/S99.yaml --seed 7 --on pty');
});

it('a run is as good as its worst finding', () => {
  expect(verdictOf([{ verdict: 'pass' }, { verdict: 'marginal' }])).toBe('marginal');
  expect(verdictOf([{ verdict: 'inconclusive' }, { verdict: 'fail' }, { verdict: 'pass' }])).toBe('fail');
});

it('finds the worst lateness of a host in a stretch', async () => {
  const clock = createVirtualClock();
  let lateBy = 0;
  const host = { ...clock, now: () => us(clock.now() + lateBy) };
  const jitter = watchHostJitter(host);
  clock.at(seconds(1), 'stall', () => (lateBy = 300_000));
  clock.at(seconds(1.1), 'over', () => (lateBy = 0));
  await clock.runUntil(seconds(3));
  jitter.stop();
  expect(jitter.worstBetween(seconds(0.5), seconds(2))).toBe(300_000);
  expect(jitter.worstBetween(seconds(2), seconds(3))).toBe(0);
});
