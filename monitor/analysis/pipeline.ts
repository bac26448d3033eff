/**
 * The measuring half of the monitor: millivolts in, beats, heart rate, lead states and alarms out. Time is the index of the frame;
 * how the stream is cut into blocks changes nothing, for everything is decided at frames or at fixed ticks between them.
 */
import { assert } from '../../kernel/index.ts';
import type { Alarms } from '../alarms/index.ts';
import type { AlarmLimits } from '../contract.ts';
import type { LeadLabel, MonitorEvent } from '../events.ts';
import { createObserver } from './observer.ts';
import type { FrameFlags } from './signal-watch.ts';

/** Frames in a row. */
export interface SignalBlock extends FrameFlags {
  /** mV, frame-major: `mv[i * leads + lead]`. A value that is not finite mutes its lead for that frame. */
  readonly mv: Float32Array;
  /** First frame to take (default 0), and how many. */
  readonly from?: number;
  readonly count: number;
}

export interface Pipeline {
  push(block: SignalBlock): void;
  /** Frames that were lost or empty: time goes on, the signal does not. */
  skip(frames: number): void;
  /** No data since `since` says the clock at `t`, both in seconds of signal time: rates go blank and the alarm stands until frames come. */
  lost(t: number, since: number, text?: string): void;
  /** Frames do not come as often as they should, so no heart rate is right and none is given; `null` when they do again. */
  wrongRate(t: number, text: string | null): void;
  /** The record is over: beats that waited become final. */
  end(): void;
  readonly alarms: Alarms;
  /** Index of the next frame. */
  readonly index: number;
  readonly heartRate: number | null;
  /** Mask over SENSED_ELECTRODES. */
  readonly electrodesOff: number;
}

export interface PipelineOptions {
  /** Frames per second. */
  readonly sampleRate: number;
  /** One label per lead of a frame. Known lead names tie the lead to its electrodes. */
  readonly leads: readonly LeadLabel[];
  readonly limits?: Partial<AlarmLimits>;
  readonly onEvent: (event: MonitorEvent) => void;
}

const TICK_S = 0.1;
const LEADS_MAX = 16;
/** A hole up to here is played through as a held signal; beyond, detection begins anew after it. */
const HOLD_MAX_S = 2;
/** The detector knows a beat this long after it. */
const END_S = 0.5;

/** Throws a RangeError for alarm limits that make no sense. */
export function createPipeline({ sampleRate, leads, limits = {}, onEvent }: PipelineOptions): Pipeline {
  assert(leads.length >= 1 && leads.length <= LEADS_MAX, `a pipeline has 1..${LEADS_MAX} leads, got ${leads.length}`);
  const tickFrames = Math.max(1, Math.round(TICK_S * sampleRate));
  const observer = createObserver({ sampleRate, tickFrames, leads, limits, onEvent });
  let index = 0;
  let skipped = 0;
  let isFresh = true;

  /** Frames up to the next tick at most. */
  const upToTick = (frames: number): number => Math.min(frames, tickFrames - (index % tickFrames));

  function advance(frames: number): void {
    index += frames;
    if (index % tickFrames === 0) observer.tick(index);
  }

  function push(block: SignalBlock): void {
    if (block.count === 0) return;
    if (isFresh) observer.restart(index);
    isFresh = false;
    skipped = 0;
    const end = (block.from ?? 0) + block.count;
    for (let from = block.from ?? 0; from < end; ) {
      const frames = upToTick(end - from);
      observer.frames(block.mv, block, from, frames, index);
      from += frames;
      advance(frames);
    }
  }

  function skip(count: number): void {
    for (let left = count; left > 0; ) {
      const frames = upToTick(left);
      skipped += frames;
      if (skipped > HOLD_MAX_S * sampleRate) isFresh = true;
      if (!isFresh) observer.hole(frames, index);
      left -= frames;
      advance(frames);
    }
  }

  return {
    push,
    skip,
    wrongRate: (t, text) => observer.wrongRate(t, text),
    lost: (t, since, text) => observer.lost(t, since, text),
    end() {
      skip(Math.round(END_S * sampleRate));
      observer.end();
    },
    alarms: observer.alarms,
    get index() {
      return index;
    },
    get heartRate() {
      return observer.heartRate;
    },
    get electrodesOff() {
      return observer.electrodesOff;
    },
  };
}
