import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPlayout } from './playout.ts';

const sampleRate = 500;

/** Blocks of `blockMs` arrive up to `jitterMs` late; frames every 16 ms. Returns the delay in ms at each frame. */
function play({ seconds, blockMs, late }: { seconds: number; blockMs: number; late: (block: number) => number }): number[] {
  const playout = createPlayout({ sampleRate });
  const delays: number[] = [];
  for (let now = 0; now < seconds * 1000; now += 16) {
    let newest = 0;
    for (let block = 0; (block + 1) * blockMs + late(block) <= now; block += 1) newest = ((block + 1) * blockMs * sampleRate) / 1000;
    delays.push(((newest - playout.advance(now, newest)) / sampleRate) * 1000);
  }
  return delays;
}

it('settles about 150 ms behind the newest sample and stays', () => {
  const settled = play({ seconds: 20, blockMs: 40, late: () => 0 }).slice(-300);
  for (const delay of settled) {
    expect(delay).toBeGreaterThan(100);
    expect(delay).toBeLessThan(200);
  }
});

const upTo60Ms = (block: number): number => (block * 7919) % 61;

it('jitter of 60 ms never makes it run dry', () => {
  expect(Math.min(...play({ seconds: 20, blockMs: 50, late: upTo60Ms }).slice(60))).toBeGreaterThan(0);
});

it('shows what exists and never goes back, whatever the arrival', () => {
  const step = fc.record({ ms: fc.integer({ min: 0, max: 3000 }), samples: fc.integer({ min: 0, max: 1500 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const playout = createPlayout({ sampleRate });
      let now = 0;
      let newest = 0;
      let before = 0;
      for (const { ms, samples } of steps) {
        now += ms;
        newest += samples;
        const position = playout.advance(now, newest);
        expect(position).toBeLessThanOrEqual(newest);
        expect(position).toBeGreaterThanOrEqual(before);
        before = position;
      }
    }),
  );
});

it('drops to the newest when it is more than a second behind', () => {
  const playout = createPlayout({ sampleRate });
  playout.advance(0, 5000);
  expect(playout.advance(16, 5000 + 501 + 75)).toBe(5000 + 501);
});

it('waits for its delay after it has run dry, so that it does not stutter', () => {
  const playout = createPlayout({ sampleRate });
  playout.advance(0, 1000);
  expect(playout.advance(500, 1000)).toBe(1000);
  expect(playout.advance(516, 1020)).toBe(1000);
  expect(playout.advance(532, 1080)).toBeGreaterThan(1000);
});

it('follows a stream that begins anew', () => {
  const playout = createPlayout({ sampleRate });
  playout.advance(0, 90_000);
  expect(playout.advance(16, 20)).toBe(0);
});
