/** Gathers the monitor's blocks into frames for the pages: fewer, larger messages at an even pace. */
import { TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import type { WaveBlock } from '../contract.ts';
import { encodeWaveFrame } from './wave-frame.ts';

export interface WaveBatch {
  /** Copies the block: its arrays may be used again by their owner. */
  push(block: WaveBlock): void;
  /** The frames since the last call, one after the other in one message; nothing when there were no samples. */
  take(): Uint8Array | undefined;
}

/** More than this since the last `take` means nobody takes: the oldest samples go first. */
const SAMPLES_MAX = 4096;
const LEADS = TRANSMITTED_LEADS.length;

export function createWaveBatch(): WaveBatch {
  let pending: WaveBlock[] = [];
  let sequence = 0;

  function frameOf(run: readonly WaveBlock[]): Uint8Array {
    const first = run[0]!;
    const count = run.reduce((sum, block) => sum + block.count, 0);
    const data = new Int16Array(LEADS * count);
    let at = 0;
    for (const block of run) {
      for (let lead = 0; lead < LEADS; lead += 1) {
        data.set(block.data.subarray(lead * block.count, (lead + 1) * block.count), lead * count + at);
      }
      at += block.count;
    }
    const frame = encodeWaveFrame({ ...first, sequence, count, data });
    sequence = (sequence + 1) >>> 0;
    return frame;
  }

  return {
    push(block) {
      if (block.count === 0) return;
      pending.push({ ...block, data: block.data.slice(0, LEADS * block.count) });
      let samples = pending.reduce((sum, { count }) => sum + count, 0);
      while (samples > SAMPLES_MAX && pending.length > 1) samples -= pending.shift()!.count;
    },
    take() {
      if (pending.length === 0) return undefined;
      const frames: Uint8Array[] = [];
      let run: WaveBlock[] = [];
      for (const block of pending) {
        if (run.length > 0 && !isContinued(run[0]!, run.at(-1)!, block)) {
          frames.push(frameOf(run));
          run = [];
        }
        run.push(block);
      }
      frames.push(frameOf(run));
      pending = [];
      return joined(frames);
    },
  };
}

/** Whether the second block can stand in one frame with the first and the ones between. */
function isContinued(first: WaveBlock, last: WaveBlock, next: WaveBlock): boolean {
  return (
    !next.gapBefore &&
    next.firstSample === last.firstSample + last.count &&
    next.sampleRate === first.sampleRate &&
    next.microvoltsPerLsb === first.microvoltsPerLsb &&
    next.electrodesOff === first.electrodesOff
  );
}

function joined(frames: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(frames.reduce((sum, frame) => sum + frame.length, 0));
  let at = 0;
  for (const frame of frames) {
    bytes.set(frame, at);
    at += frame.length;
  }
  return bytes;
}
