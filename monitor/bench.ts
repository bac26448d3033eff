/** How fast the monitor is, in seconds of signal per second of one thread. `nowMs`: a monotonic timer, for instance `performance.now`. */
import { ALL_CONNECTED, createDetectingDecoder, createEncoder, createScale, resolveProfile } from '../firmware-protocol/index.ts';
import type { Micros } from '../kernel/index.ts';
import { createDetection, DEFAULT_DISPLAY, signalOf, steadyBeats } from './analysis/index.ts';
import { createFrameIntake } from './frame-intake.ts';

export interface BenchFigures {
  readonly xRealTime: number;
}

/** The best of so many: the others had company on the machine. */
const ROUNDS = 5;
const TURNS = 8;
/** The rate of the MIT-BIH records, which other detectors are measured on. */
const RECORD_RATE = 360;
const RECORD_S = 64;

function best(signalS: number, nowMs: () => number, round: () => void): BenchFigures {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i += 1) {
    const begin = nowMs();
    round();
    shortest = Math.min(shortest, nowMs() - begin);
  }
  return { xRealTime: (signalS * 1e3) / shortest };
}

/** QRS detection on one lead: from millivolts to beat times. */
export function benchQrsOneLead(nowMs: () => number): BenchFigures {
  const beats = steadyBeats({ bpm: 75, untilS: RECORD_S });
  const { mv, count } = signalOf(beats, { durationS: RECORD_S, sampleRate: RECORD_RATE, leads: 1 });
  const blockMax = RECORD_RATE / 10;
  const muted = new Uint32Array(blockMax);
  let found = 0;
  const detection = createDetection({ sampleRate: RECORD_RATE, leads: 1, blockMax, onQrs: () => (found += 1) });
  detection.restart(0);
  let index = 0;
  return best(TURNS * RECORD_S, nowMs, () => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (let from = 0; from < count; from += blockMax, index += blockMax) detection.run(mv, muted, from, blockMax, index);
    }
    if (found === 0) throw new Error('the detector found no beat, so its speed means nothing');
  });
}

/** Bytes of the wire to events and drawable blocks: decoder, eight leads measured, filtered for display, alarms. */
export function benchMonitorStack(nowMs: () => number): BenchFigures {
  const profile = resolveProfile('ideal');
  const beats = steadyBeats({ bpm: 75, untilS: RECORD_S });
  const { mv, count } = signalOf(beats, { durationS: RECORD_S, sampleRate: profile.sampleRate });
  const samples = new Uint16Array(mv.length);
  createScale(profile).millivoltsToCounts(mv, count, samples);
  const encoder = createEncoder(profile);
  const bytes = new Uint8Array(count * encoder.frameBytesMax);
  const connected = new Uint16Array(count).fill(ALL_CONNECTED);
  encoder.encode({ samples, connected, count, counter: 0 }, bytes, 0);
  let told = 0;
  const onEvent = (): void => void (told += 1);
  const intake = createFrameIntake({ profile, limits: {}, display: DEFAULT_DISPLAY, onEvent, onWave: onEvent });
  const decoder = createDetectingDecoder(profile, { block: (block) => intake.take(block), event: onEvent });
  const read = (profile.sampleRate / 100) * encoder.frameBytesMax;
  let pushed = 0;
  return best(TURNS * RECORD_S, nowMs, () => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (let at = 0; at < bytes.length; at += read, pushed += 1) decoder.push(bytes.subarray(at, at + read), (pushed * 10_000) as Micros);
    }
    if (told === 0) throw new Error('the monitor said nothing, so its speed means nothing');
  });
}
