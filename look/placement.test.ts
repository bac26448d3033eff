import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LAYOUT_4X3, LAYOUT_6X2, LAYOUT_12X1, LAYOUTS, type Layout } from './layouts.ts';
import { pxToSeconds, type Scale } from './paper.ts';
import { placeLayout, type Sheet } from './placement.ts';

const scale: Scale = { speedMmPerS: 25, gainMmPerMv: 10, pxPerMm: 4 };
const sheet: Sheet = { width: 1136, height: 706, ratio: 1, scale, laneHeight: 26 };
const sheets = fc.record({
  width: fc.integer({ min: 900, max: 4000 }),
  height: fc.integer({ min: 400, max: 2400 }),
  ratio: fc.constantFrom(1, 1.25, 2),
  scale: fc.constant(scale),
  laneHeight: fc.integer({ min: 0, max: 60 }),
});

const shape = (layout: Layout): number[] => layout.bands.map((band) => band.leads.length);
function secondsAcross(layout: Layout): number {
  const band = placeLayout(layout, sheet).bands[0]!;
  return pxToSeconds(band.right - band.left, scale);
}

it('every layout shows all twelve leads', () => {
  for (const layout of LAYOUTS) expect(new Set(layout.bands.flatMap((band) => band.leads)).size).toBe(12);
});

it('names three arrangements: twelve rows, two columns of six, four columns of three with a rhythm strip', () => {
  expect(shape(LAYOUT_12X1)).toEqual([12]);
  expect(shape(LAYOUT_6X2)).toEqual([6, 6]);
  expect(shape(LAYOUT_4X3)).toEqual([3, 3, 3, 3, 1]);
});

it('shows ten seconds in one column and five in two on a bedside screen', () => {
  expect(secondsAcross(LAYOUT_12X1)).toBeGreaterThan(10);
  expect(secondsAcross(LAYOUT_6X2)).toBeGreaterThan(5);
});

it('baselines and paper stand on the grid, inside the sheet, and bands never overlap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LAYOUTS), sheets, (layout, paperSheet) => {
      const { paper, bands } = placeLayout(layout, paperSheet);
      expect(paper.bottom).toBeLessThanOrEqual(paperSheet.height);
      expect((paper.bottom - paper.top) % paperSheet.scale.pxPerMm).toBe(0);
      for (const band of bands) {
        expect(band.right).toBeLessThanOrEqual(paperSheet.width);
        for (const { baselineY } of band.leads) {
          expect((baselineY - paper.top) % paperSheet.scale.pxPerMm).toBe(0);
          expect(baselineY).toBeGreaterThan(band.top);
          expect(baselineY).toBeLessThan(band.bottom);
        }
        for (const other of bands) {
          const apart =
            other === band || other.right <= band.left || band.right <= other.left || other.bottom <= band.top || band.bottom <= other.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

it('holds a tall R wave in the first row and a deep S wave in the last, at the highest gain too', () => {
  const tall: Sheet = { ...sheet, scale: { ...scale, gainMmPerMv: 20 } };
  const pxPerMv = 20 * scale.pxPerMm;
  for (const layout of [LAYOUT_12X1, LAYOUT_6X2]) {
    const { paper, bands } = placeLayout(layout, tall);
    const baselines = bands[0]!.leads.map(({ baselineY }) => baselineY);
    expect(baselines[0]! - paper.top).toBeGreaterThanOrEqual(1.3 * pxPerMv);
    expect(paper.bottom - baselines.at(-1)!).toBeGreaterThanOrEqual(pxPerMv);
    expect(baselines.toSorted((a, b) => a - b)).toEqual(baselines);
  }
});
