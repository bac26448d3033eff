/** The drawn trace: filtered for the eye, in blocks of 50 ms, apart from everything that is measured. */
import { TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import type { DisplayFilter, WaveBlock } from '../contract.ts';
import { filterBlock, highPass, lowPass, notch, type Section, STATE_SIZE } from './biquad.ts';
import { createContinuity } from './continuity.ts';

const LEADS = TRANSMITTED_LEADS.length;
const BLOCK_S = 0.05;
const MICROVOLTS_PER_LSB = 1;
const LSB_PER_MV = 1000 / MICROVOLTS_PER_LSB;
/** -3 dB corners in Hz (spec monitor, research on devices: diagnostic, monitor, ST and surgery modes). */
const BANDS: Readonly<Record<DisplayFilter['band'], readonly [low: number, high: number]>> = {
  diagnostic: [0.05, 150],
  monitor: [0.5, 40],
  st: [0.05, 40],
  surgery: [1, 20],
};
/** 2 Hz wide at 60 Hz: narrow enough for the QRS, wide enough not to ring for long. */
const NOTCH_Q = 30;

export const DEFAULT_DISPLAY: DisplayFilter = { band: 'monitor', notch: 'off' };

export interface DisplayPath {
  /** Takes frames `from .. from + count` of frame-major mV, the first of which has the stream index `index`. */
  push(mv: Float32Array, from: number, count: number, index: number, electrodesOff: number): void;
  setFilter(filter: DisplayFilter): void;
}

export interface DisplayPathOptions {
  readonly sampleRate: number;
  readonly filter: DisplayFilter;
  readonly onWave: (block: WaveBlock) => void;
}

/** Sections for a filter; a corner that the sampling rate cannot carry is left out. Throws a RangeError for a band that is none. */
export function displaySections(sampleRate: number, { band, notch: mains }: DisplayFilter): readonly Section[] {
  if (!Object.hasOwn(BANDS, band)) throw new RangeError(`unknown display band "${band}": use one of ${Object.keys(BANDS).join(', ')}`);
  const [low, high] = BANDS[band];
  const carried = (hz: number): boolean => hz < 0.45 * sampleRate;
  return [
    highPass(sampleRate, low),
    ...(carried(high) ? [lowPass(sampleRate, high)] : []),
    ...(mains !== 'off' && carried(mains) ? [notch(sampleRate, mains, NOTCH_Q)] : []),
  ];
}

export function createDisplayPath({ sampleRate, filter, onWave }: DisplayPathOptions): DisplayPath {
  const blockFrames = Math.max(1, Math.round(BLOCK_S * sampleRate));
  const continuity = createContinuity(LEADS);
  const heard = new Uint32Array(blockFrames);
  const work = new Float64Array(blockFrames);
  let sections = displaySections(sampleRate, filter);
  let state = new Float64Array(sections.length * LEADS * STATE_SIZE);
  let data = new Int16Array(blockFrames * LEADS);
  let filled = 0;
  let first = 0;
  let next = -1;
  let off = 0;
  let gapBefore = true;

  function setFilter(wanted: DisplayFilter): void {
    sections = displaySections(sampleRate, wanted);
    state = new Float64Array(sections.length * LEADS * STATE_SIZE);
    continuity.reset();
  }

  function flush(): void {
    if (filled === 0) return;
    const planar = filled === blockFrames ? data : new Int16Array(filled * LEADS);
    if (planar !== data) {
      for (let lead = 0; lead < LEADS; lead += 1) planar.set(data.subarray(lead * blockFrames, lead * blockFrames + filled), lead * filled);
    }
    onWave({
      firstSample: first,
      sampleRate,
      count: filled,
      data: planar,
      microvoltsPerLsb: MICROVOLTS_PER_LSB,
      electrodesOff: off,
      gapBefore,
    });
    data = new Int16Array(blockFrames * LEADS);
    filled = 0;
    off = 0;
    gapBefore = false;
  }

  function take(mv: Float32Array, from: number, count: number): void {
    for (let lead = 0; lead < LEADS; lead += 1) {
      continuity.gather(mv, heard, from, count, lead, work);
      for (let s = 0; s < sections.length; s += 1) {
        filterBlock(sections[s]!, state, (s * LEADS + lead) * STATE_SIZE, work, count);
      }
      const at = lead * blockFrames + filled;
      for (let i = 0; i < count; i += 1) data[at + i] = Math.max(-32_768, Math.min(32_767, Math.round(work[i]! * LSB_PER_MV)));
    }
  }

  function push(mv: Float32Array, from: number, count: number, index: number, electrodesOff: number): void {
    if (index !== next) {
      flush();
      gapBefore = true;
    }
    next = index + count;
    for (let done = 0; done < count; ) {
      const frames = Math.min(count - done, blockFrames - filled);
      if (filled === 0) first = index + done;
      off |= electrodesOff;
      take(mv, from + done, frames);
      filled += frames;
      done += frames;
      if (filled === blockFrames) flush();
    }
  }

  return { push, setFilter };
}
