import { expect, it } from 'vitest';
import { type SyntheticBeat, signalOf } from './synthetic-ecg.ts';
import { listen } from './test-ear.ts';

const WIDE = { sigma: 0.032, r: 1.4 };

/** Final classes in order, one letter a beat. */
function classesOf(beats: readonly SyntheticBeat[]): string {
  const signal = signalOf(beats, { durationS: beats.at(-1)!.at + 3 });
  const events = listen(signal, (pipeline) => {
    pipeline.push(signal);
    pipeline.end();
  });
  return events.flatMap((event) => (event.kind === 'beat' && event.state === 'final' ? [event.class] : [])).join('');
}

const steady = (count: number, rr: number, beat: Partial<SyntheticBeat> = {}): SyntheticBeat[] =>
  Array.from({ length: count }, (_, i) => ({ at: 0.5 + i * rr, ...beat }));

it('an early wide beat is ventricular, its neighbours are not', () => {
  const beats = steady(30, 0.8).map((beat, i) => (i === 20 ? { at: beat.at - 0.3, ...WIDE } : beat));
  expect(classesOf(beats)).toBe('NNNNNNNNNNNNNNNNNNNNVNNNNNNNNN');
});

it('in bigeminy every second beat is ventricular once the patterns are known', () => {
  const beats = steady(30, 0.8).map((beat, i) => (i % 2 === 1 ? { at: beat.at - 0.3, ...WIDE } : beat));
  expect(classesOf(beats).slice(4)).toBe('NV'.repeat(13));
});

it('a run of wide fast beats is ventricular from its first to its last', () => {
  const before = steady(20, 0.8);
  const run = Array.from({ length: 40 }, (_, i) => ({ at: 16.1 + i * 0.35, ...WIDE }));
  const after = Array.from({ length: 15 }, (_, i) => ({ at: 31.2 + i * 0.8 }));
  expect(classesOf([...before, ...run, ...after])).toBe('N'.repeat(20) + 'V'.repeat(40) + 'N'.repeat(15));
});

it('a wide rhythm at an ordinary rate is normal for its patient, and so is an early beat of the usual shape', () => {
  expect(classesOf(steady(30, 0.8, WIDE))).toBe('N'.repeat(30));
  expect(classesOf(steady(30, 0.8).map((beat, i) => (i === 20 ? { at: beat.at - 0.3 } : beat)))).toBe('N'.repeat(30));
});

it('a wide rhythm that takes over at the same rate becomes normal', () => {
  const beats = steady(50, 0.8).map((beat, i) => (i < 20 ? beat : { ...beat, ...WIDE }));
  expect(classesOf(beats)).toBe('N'.repeat(50));
});
