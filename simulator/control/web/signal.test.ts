import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PREVIEW_FRAME_BYTES, STRIP_SECONDS } from '../messages.ts';
import { createSignal } from './signal.ts';

const RATE = 10;
const SHOWN = STRIP_SECONDS * RATE;
const LEAD_II = 1;

/** `count` frames whose lead II holds the index of the frame, in microvolts. */
function batch(first: number, count: number): Uint8Array {
  const frames = new Uint8Array(count * PREVIEW_FRAME_BYTES);
  const view = new DataView(frames.buffer);
  for (let i = 0; i < count; i += 1) {
    view.setInt16(i * PREVIEW_FRAME_BYTES + 2 * LEAD_II, first + i, true);
    view.setUint16(i * PREVIEW_FRAME_BYTES + 16, 0x1ff, true);
  }
  return frames;
}

const steps = fc.array(fc.record({ skip: fc.nat({ max: 150 }), count: fc.integer({ min: 1, max: 60 }) }), { minLength: 1, maxLength: 40 });

it('shows the last seconds as they came, and nothing where nothing came', () => {
  fc.assert(
    fc.property(steps, (batches) => {
      const signal = createSignal(RATE);
      const kept = new Map<number, number>();
      let next = 0;
      for (const { skip, count } of batches) {
        next += skip;
        signal.push((next / RATE) * 1e6, batch(next, count));
        for (let i = next; i < next + count; i += 1) kept.set(i, i / 1000);
        next += count;
      }
      const expected = Array.from({ length: SHOWN }, (_, i) => Math.fround(kept.get(next - SHOWN + i) ?? Number.NaN));
      expect([...signal.window(LEAD_II)]).toEqual(expected);
    }),
  );
});

it('silence is taken back when the frames come after all', () => {
  const signal = createSignal(RATE);
  signal.push(0, batch(0, 50));
  signal.silentUntil(7e6);
  expect(signal.window(LEAD_II).at(-1)).toBeNaN();
  signal.push(5e6, batch(50, 10));
  expect(signal.window(LEAD_II).slice(-60)).toEqual(Float32Array.from({ length: 60 }, (_, i) => i / 1000));
});
