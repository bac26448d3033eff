/** Decoded frames to what measures and what draws: counts become millivolts once, lost and empty frames become holes in time. */
import { ALL_CONNECTED, createScale, type DeviceProfile, type FrameBlock, TRANSMITTED_LEADS } from '../firmware-protocol/index.ts';
import { isEmpty, markRails } from './acquisition/index.ts';
import { createDisplayPath, createPipeline, type DisplayPath, type Pipeline } from './analysis/index.ts';
import type { AlarmLimits, DisplayFilter, WaveBlock } from './contract.ts';
import type { MonitorEvent } from './events.ts';

const LEADS = TRANSMITTED_LEADS.length;
const FRAMES_AT_FIRST = 512;

export interface FrameIntake {
  readonly pipeline: Pipeline;
  readonly display: DisplayPath;
  take(block: FrameBlock): void;
}

export interface FrameIntakeOptions {
  readonly profile: DeviceProfile;
  readonly limits: Partial<AlarmLimits>;
  readonly display: DisplayFilter;
  readonly onEvent: (event: MonitorEvent) => void;
  readonly onWave: (block: WaveBlock) => void;
}

export function createFrameIntake({ profile, limits, display: filter, onEvent, onWave }: FrameIntakeOptions): FrameIntake {
  const { sampleRate } = profile;
  const scale = createScale(profile);
  const pipeline = createPipeline({ sampleRate, leads: TRANSMITTED_LEADS, limits, onEvent });
  const display = createDisplayPath({ sampleRate, filter, onWave });
  let mv = new Float32Array(FRAMES_AT_FIRST * LEADS);
  let rails = new Uint16Array(FRAMES_AT_FIRST);

  function makeRoom(frames: number): void {
    if (frames <= rails.length) return;
    mv = new Float32Array(frames * LEADS);
    rails = new Uint16Array(frames);
  }

  /** Electrodes that are off anywhere in the frames, by their own bits or by what the pipeline has found out. */
  function electrodesOff(connected: Uint16Array, from: number, count: number): number {
    let off = 0;
    for (let i = from; i < from + count; i += 1) off |= ~connected[i]! & ALL_CONNECTED;
    return off | pipeline.electrodesOff;
  }

  function takeRun({ connected }: FrameBlock, from: number, count: number): void {
    const { index } = pipeline;
    pipeline.push({ mv, connected, rails, from, count });
    display.push(mv, from, count, index, electrodesOff(connected, from, count));
  }

  function take(block: FrameBlock): void {
    const { count, samples } = block;
    makeRoom(count);
    scale.countsToMillivolts(samples, count, mv);
    markRails(block, rails);
    pipeline.skip(block.firstFrame - pipeline.index);
    for (let from = 0; from < count; ) {
      let end = from;
      while (end < count && !isEmpty(samples, end)) end += 1;
      if (end > from) takeRun(block, from, end - from);
      from = end;
      while (end < count && isEmpty(samples, end)) end += 1;
      pipeline.skip(end - from);
      from = end;
    }
  }

  return { pipeline, display, take };
}
