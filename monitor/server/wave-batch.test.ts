import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WaveBlock } from '../contract.ts';
import { createWaveBatch } from './wave-batch.ts';
import { decodeWaveFrames, type WaveFrame } from './wave-frame.ts';

const valueOf = (lead: number, index: number): number => ((index * 8 + lead) % 60_000) - 30_000;

function blockAt(firstSample: number, count: number, changes: Partial<WaveBlock> = {}): WaveBlock {
  const data = Int16Array.from({ length: 8 * count }, (_, i) => valueOf(Math.floor(i / count), firstSample + (i % count)));
  return { firstSample, sampleRate: 500, count, data, microvoltsPerLsb: 2.5, electrodesOff: 0, gapBefore: false, ...changes };
}

function read(message: Uint8Array | undefined): readonly WaveFrame[] {
  const decoded = decodeWaveFrames(message ?? new Uint8Array());
  if (!decoded.ok) throw new Error(decoded.because);
  return decoded.frames;
}

it('every sample of every block arrives once, at its index, however it is gathered', () => {
  const step = fc.record({
    count: fc.integer({ min: 0, max: 40 }),
    gap: fc.integer({ min: 0, max: 3 }),
    off: fc.constantFrom(0, 0, 0, 8),
    take: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const batch = createWaveBatch();
      const frames: WaveFrame[] = [];
      const sent = new Map<number, number>();
      let next = 0;
      for (const { count, gap, off, take } of steps) {
        next += gap;
        batch.push(blockAt(next, count, { electrodesOff: off, gapBefore: gap > 0 }));
        for (let i = 0; i < count; i += 1) sent.set(next + i, off);
        next += count;
        if (take) frames.push(...read(batch.take()));
      }
      frames.push(...read(batch.take()));
      const got = new Map<number, number>();
      for (const { firstSample, count, data, electrodesOff } of frames) {
        for (let i = 0; i < count; i += 1) {
          expect(got.has(firstSample + i)).toBe(false);
          got.set(firstSample + i, electrodesOff);
          for (let lead = 0; lead < 8; lead += 1) expect(data[lead * count + i]).toBe(valueOf(lead, firstSample + i));
        }
      }
      expect(got).toEqual(sent);
      expect(frames.map(({ sequence }) => sequence)).toEqual(frames.map((_, i) => i));
    }),
    { numRuns: 60 },
  );
});

it('does not keep the arrays it was given', () => {
  const batch = createWaveBatch();
  const block = blockAt(0, 4);
  batch.push(block);
  block.data.fill(0);
  expect(read(batch.take())[0]!.data[1]).toBe(valueOf(0, 1));
});

it('when nobody takes, the newest samples stay', () => {
  const batch = createWaveBatch();
  for (let n = 0; n < 10_000; n += 20) batch.push(blockAt(n, 20));
  const [frame] = read(batch.take());
  expect(frame!.firstSample + frame!.count).toBe(10_000);
  expect(frame!.count).toBeLessThanOrEqual(4096);
});
