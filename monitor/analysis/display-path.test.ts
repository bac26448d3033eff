import { describe, expect, it } from 'vitest';
import type { DisplayFilter, WaveBlock } from '../contract.ts';
import { gainAt } from './biquad.ts';
import { createDisplayPath, displaySections } from './display-path.ts';
import { signalOf, steadyBeats } from './synthetic-ecg.ts';

const RATE = 500;
const signal = signalOf(steadyBeats({ bpm: 75, untilS: 8 }), { durationS: 8 });
const MONITOR: DisplayFilter = { band: 'monitor', notch: 'off' };

function drawn(feed: (path: ReturnType<typeof createDisplayPath>) => void, filter = MONITOR): WaveBlock[] {
  const blocks: WaveBlock[] = [];
  feed(createDisplayPath({ sampleRate: RATE, filter, onWave: (block) => blocks.push(block) }));
  return blocks;
}

/** Lead `lead` of all blocks in a row, in mV. */
const trace = (blocks: readonly WaveBlock[], lead: number): number[] =>
  blocks.flatMap(({ data, count, microvoltsPerLsb }) =>
    [...data.subarray(lead * count, (lead + 1) * count)].map((value) => (value * microvoltsPerLsb) / 1000),
  );

describe('bands', () => {
  it.each([
    ['diagnostic', 0.05, 150],
    ['st', 0.05, 40],
    ['monitor', 0.5, 40],
    ['surgery', 1, 20],
  ] as const)('%s is 3 dB down at %d and %d Hz', (band, low, high) => {
    const sections = displaySections(RATE, { band, notch: 'off' });
    expect(gainAt(sections, RATE, low)).toBeCloseTo(Math.SQRT1_2, 2);
    expect(gainAt(sections, RATE, high)).toBeCloseTo(Math.SQRT1_2, 2);
  });

  it('the notch takes 20 dB and more off the mains', () => {
    for (const notch of [50, 60] as const)
      expect(gainAt(displaySections(RATE, { band: 'diagnostic', notch }), RATE, notch)).toBeLessThan(0.1);
  });

  it('a slow device gets the corners it can carry', () => {
    expect(displaySections(250, { band: 'diagnostic', notch: 60 })).toHaveLength(2);
  });
});

describe('blocks', () => {
  const whole = drawn((path) => path.push(signal.mv, 0, signal.count, 0, 0));

  it('are 50 ms each, in a row, whatever came in', () => {
    const cut = drawn((path) => {
      for (let from = 0; from < signal.count; from += 13) path.push(signal.mv, from, Math.min(13, signal.count - from), from, 0);
    });
    expect(cut).toEqual(whole);
    expect(whole.every(({ count }, i) => count === 25 && whole[i]!.firstSample === 25 * i)).toBe(true);
    expect(whole.map(({ gapBefore }) => gapBefore).indexOf(true, 1)).toBe(-1);
  });

  it('begin without a jump, however far off the baseline is', () => {
    const high = { ...signal, mv: signal.mv.map((value) => value + 5) };
    const shifted = drawn((path) => path.push(high.mv, 0, high.count, 0, 0));
    const [a, b] = [trace(shifted, 1), trace(whole, 1)];
    expect(Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))).toBeLessThanOrEqual(0.002);
  });

  it('end at a hole, and the next one says so', () => {
    const holed = drawn((path) => {
      path.push(signal.mv, 0, 1010, 0, 0);
      path.push(signal.mv, 1100, 400, 1100, 1);
    });
    const after = holed.findIndex(({ firstSample }) => firstSample === 1100);
    expect(holed[after - 1]).toMatchObject({ firstSample: 1000, count: 10, gapBefore: false });
    expect(holed[after]).toMatchObject({ gapBefore: true, electrodesOff: 1 });
    expect(holed.reduce((sum, { data }) => sum + data.length, 0)).toBe(8 * (1010 + 400));
  });

  it('draw an R wave of 1 mV nearly as tall in the monitor band, taller in the diagnostic one', () => {
    const wide = drawn((path) => path.push(signal.mv, 0, signal.count, 0, 0), { band: 'diagnostic', notch: 'off' });
    expect(Math.max(...trace(whole, 1))).toBeGreaterThan(0.85);
    expect(Math.max(...trace(wide, 1))).toBeGreaterThan(0.95);
  });
});

it('refuses a band it does not know', () => {
  expect(() => displaySections(RATE, { band: 'x' as 'st', notch: 'off' })).toThrow(
    'unknown display band "x": use one of diagnostic, monitor, st, surgery',
  );
});
