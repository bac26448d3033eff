import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { us } from '../../../kernel/index.ts';
import { RHYTHMS } from '../../patient/index.ts';
import { type Beat, summarise } from './beats.ts';
import { familiesOf, matches } from './catalogue-search.ts';
import { clockTime, inSteps, spanInWords } from './format.ts';
import { timelineScale } from './timeline-scale.ts';

const found = (words: string): string[] => RHYTHMS.filter((rhythm) => matches(rhythm, words)).map(({ id }) => id);

const beatsAt = (...ms: number[]): Beat[] =>
  ms.map((at) => ({ kind: 'beat', at: us(at * 1e3), class: 'N', fiducials: { qrsOn: us(0), rPeak: us(at * 1e3), qrsOff: us(0) } }));

describe('catalogue search', () => {
  it('finds a rhythm by id, by name and by the alarm it should raise', () => {
    for (const { id, title, expected } of RHYTHMS) for (const words of [id, title, ...expected]) expect(found(words)).toContain(id);
  });
  it('does not take the lead aVF for ventricular fibrillation', () => expect(found('vf')).toEqual(['vf-coarse']));
  it('shows everything for nothing', () => expect(found(' ')).toHaveLength(RHYTHMS.length));
  it('puts every rhythm in one family', () => expect(familiesOf(RHYTHMS).flatMap(([, rows]) => rows)).toHaveLength(RHYTHMS.length));
});

describe('timeline', () => {
  it('holds the present, within its bounds, and moves on in whole ticks', () => {
    fc.assert(
      fc.property(fc.nat({ max: 36_000 }), (s) => {
        const { fromUs, toUs, ticksUs } = timelineScale(s * 1e6);
        expect(fromUs).toBeLessThanOrEqual(s * 1e6);
        expect(toUs).toBeGreaterThan(s * 1e6);
        expect(ticksUs[0]).toBe(fromUs);
        expect(ticksUs.at(-1)).toBe(toUs);
      }),
    );
  });
});

describe('beats', () => {
  it('tells rate and spread from the intervals', () =>
    expect(summarise(beatsAt(0, 400, 1200))).toEqual({ count: 3, bpm: 100, rrMeanMs: 600, rrCv: 200 / 600, classes: 'all N' }));
  it('has no rate for one beat', () => expect(summarise(beatsAt(0)).bpm).toBeNull());
});

describe('numbers in words', () => {
  it('clock', () => expect([0, 134_400_000, 3_725_000_000].map(clockTime)).toEqual(['00:00.0', '02:14.4', '62:05.0']));
  it('spans', () => expect([34e6, 94e6, 7500e6].map(spanInWords)).toEqual(['34 s', '1 min 34 s', '2 h 5 min']));
  it('steps', () => expect([inSteps(0.3, 0.05), inSteps(110, 1), inSteps(0.1 + 0.2, 0.1)]).toEqual(['0.30', '110', '0.3']));
});
