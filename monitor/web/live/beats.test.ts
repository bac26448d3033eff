import { expect, it } from 'vitest';
import type { BeatEvent } from '../../index.ts';
import { beatFigures, withBeat } from './beats.ts';

const beat = (t: number, state: BeatEvent['state'], beatClass: BeatEvent['class'] = 'N'): BeatEvent => ({
  kind: 'beat',
  t,
  sample: 500 * t,
  class: beatClass,
  state,
  leads: ['II'],
  rr: 0.8,
});

it('takes the last word on a beat, and forgets one that is withdrawn or a minute old', () => {
  const provisional = withBeat([], beat(10, 'provisional'));
  expect(withBeat(provisional, beat(10, 'final', 'V'))).toEqual([beat(10, 'final', 'V')]);
  expect(withBeat(provisional, beat(10, 'withdrawn'))).toEqual([]);
  expect(withBeat(provisional, beat(70, 'provisional'))).toEqual([beat(70, 'provisional')]);
});

it('counts over the last minute of the stream, or over what there is of it', () => {
  const beats = [beat(1, 'final', 'V'), beat(62, 'final', 'V'), beat(62.8, 'final')];
  expect(beatFigures(beats, 63)).toEqual({ seconds: 60, ventricular: 1, rrMeanMs: 800 });
  expect(beatFigures(beats.slice(0, 1), 5.2)).toEqual({ seconds: 5, ventricular: 1, rrMeanMs: 800 });
  expect(beatFigures(beats, 200)).toEqual({ seconds: 60, ventricular: 0, rrMeanMs: null });
});
