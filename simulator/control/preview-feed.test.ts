import { expect, it } from 'vitest';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { createConsoleBench } from './console-bench.ts';
import { NO_FRAME, PREVIEW_FRAME_BYTES } from './messages.ts';
import { createPreviewFeed, type PreviewBatch } from './preview-feed.ts';

const framesOf = ({ frames }: PreviewBatch): DataView[] =>
  Array.from(
    { length: frames.length / PREVIEW_FRAME_BYTES },
    (_, i) => new DataView(frames.buffer, i * PREVIEW_FRAME_BYTES, PREVIEW_FRAME_BYTES),
  );
const maskOf = (frame: DataView): number => frame.getUint16(16, true);

it('batches follow each other without a seam, and the history ends where the next one begins', async () => {
  const profile = resolveProfile('field');
  const bench = createConsoleBench({ profile });
  const feed = createPreviewFeed({ simulator: bench.simulator, profile });
  let next = 0;
  for (const s of [0.5, 0.54, 1.3, 4, 4.04]) {
    await bench.runTo(s);
    const batch = feed.take();
    expect(batch?.at).toBeCloseTo(next, -1);
    next = batch!.at + (framesOf(batch!).length / profile.sampleRate) * 1e6;
    const history = feed.history();
    expect(history!.at + (framesOf(history!).length / profile.sampleRate) * 1e6).toBeCloseTo(next, -1);
  }
  expect(feed.take()).toBeUndefined();
  bench.simulator.stop();
});

it('shows millivolts against Wilson whatever the device refers its chest leads to, so two devices show one heart', async () => {
  const shown = await Promise.all(
    ['ideal', 'field'].map(async (id) => {
      const profile = resolveProfile(id);
      const bench = createConsoleBench({ profile });
      const feed = createPreviewFeed({ simulator: bench.simulator, profile });
      await bench.runTo(8);
      bench.simulator.stop();
      return framesOf(feed.take()!).slice(-1500);
    }),
  );
  const [ideal, field] = shown as [DataView[], DataView[]];
  const apart = ideal.flatMap((frame, i) =>
    Array.from({ length: 8 }, (_, lead) => Math.abs(frame.getInt16(2 * lead, true) - field[i]!.getInt16(2 * lead, true))),
  );
  // Front-end noise of a few counts; the offsets and the reference would differ by tens of microvolts and more.
  expect(apart.reduce((sum, uv) => sum + uv, 0) / apart.length).toBeLessThan(10);
});

it('time without power stays in the picture as time without frames', async () => {
  const bench = createConsoleBench();
  const feed = createPreviewFeed({ simulator: bench.simulator, profile: bench.options.profile });
  await bench.runTo(1);
  feed.take();
  bench.simulator.command({ do: 'unplug' });
  await bench.runTo(2);
  bench.simulator.command({ do: 'replug' });
  await bench.runTo(3);
  const masks = framesOf(feed.take()!).map(maskOf);
  expect(masks.filter((mask) => mask === NO_FRAME)).toHaveLength(500);
  expect(masks.indexOf(NO_FRAME)).toBe(0);
  expect(masks.slice(500).every((mask) => mask === 0x1ff)).toBe(true);
  bench.simulator.stop();
});
