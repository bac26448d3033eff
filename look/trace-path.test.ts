import { expect, it } from 'vitest';
import { millivoltsToPx, pxPerMillivolt, pxPerSecond, type Scale } from './paper.ts';
import { leadOffInto, type PathSink, traceInto } from './trace-path.ts';
import { createTraceRing, LEAD_OFF, MISSING } from './trace-ring.ts';

const sampleRate = 500;
const scale: Scale = { speedMmPerS: 25, gainMmPerMv: 10, pxPerMm: 4 };
const axes = { x0: 100, index0: 0, pxPerSample: pxPerSecond(scale) / sampleRate, y0: 300, pxPerMv: pxPerMillivolt(scale) };

type Point = readonly ['M' | 'L', number, number];
function recorder(): PathSink & { readonly points: Point[] } {
  const points: Point[] = [];
  return { points, moveTo: (x, y) => points.push(['M', x, y]), lineTo: (x, y) => points.push(['L', x, y]) };
}

function ringOf(samples: number[]) {
  const ring = createTraceRing({ leads: 1, capacity: samples.length });
  ring.push(0, samples.length, [Float32Array.from(samples)]);
  return ring;
}

it('a square of 1 mV for 200 ms is 10 mm high and 5 mm wide', () => {
  const ring = ringOf([...Array(100).fill(0), ...Array(100).fill(1), ...Array(100).fill(0)]);
  const path = recorder();
  traceInto(path, ring, 0, 0, 300, axes);
  const high = path.points.filter(([, , y]) => y < axes.y0);
  expect(axes.y0 - high[0]![2]).toBe(10 * scale.pxPerMm);
  const wide = path.points[200]![1] - high[0]![1];
  expect(wide).toBeCloseTo(5 * scale.pxPerMm, 9);
  expect(axes.y0 - high[0]![2]).toBe(millivoltsToPx(1, scale));
});

it('is one line where samples follow each other, and lifts the pen at every break', () => {
  const path = recorder();
  traceInto(path, ringOf([0, 1, MISSING, 2, 3, LEAD_OFF, 4, 5]), 0, 0, 8, axes);
  expect(path.points.map(([pen]) => pen).join('')).toBe('MLMLML');
});

it('never draws a value that was not sampled', () => {
  const path = recorder();
  traceInto(path, ringOf([1, MISSING, 1]), 0, -5, 10, axes);
  expect(path.points.map(([, x]) => Math.round((x - axes.x0) / axes.pxPerSample))).toEqual([0, 2]);
});

it('dashes mark an electrode that is off, at zero, and only there', () => {
  const path = recorder();
  leadOffInto(path, ringOf([...Array(50).fill(0.5), ...Array(50).fill(LEAD_OFF)]), 0, 0, 100, { ...axes, dashPx: 6 });
  expect(path.points.length).toBeGreaterThan(0);
  for (const [, x, y] of path.points) {
    expect(y).toBe(axes.y0);
    expect(x).toBeGreaterThanOrEqual(axes.x0 + 50 * axes.pxPerSample);
  }
});
