/** From frames to QRS complexes: continuity, bands, slope energy, weights, detector, in one place and in the right order. */
import { createContinuity } from './continuity.ts';
import { createLeadWeights } from './lead-weights.ts';
import { createQrsBand } from './qrs-band.ts';
import { createQrsDetector } from './qrs-detector.ts';
import { createRestWatch } from './rest-watch.ts';
import { createShapeRing, type ShapeRing } from './shape-ring.ts';
import { createSlopeEnergy } from './slope-energy.ts';

export interface Detection {
  /** Columns per second, and frames per column. */
  readonly rate: number;
  readonly decimation: number;
  /** Columns from a QRS to its report, at most. */
  readonly latency: number;
  /** Recent signal in the wide band, for the shape of beats. */
  readonly shapes: ShapeRing;
  /** Quality of each lead, 0..1. */
  readonly quality: Float64Array;
  /** There is no rest between what is taken for beats. */
  readonly isRestless: boolean;
  /** Takes frames `from .. from + count` of a block; `index` is the stream index of the first, `muted[i]` the leads to leave out. */
  run(mv: Float32Array, muted: Uint32Array, from: number, count: number, index: number): void;
  /** Leads that may be used from now on. */
  restrict(usable: number): void;
  /** Once a second. */
  second(): void;
  /** Begins anew at frame `index`: nothing learned before counts. */
  restart(index: number): void;
}

export interface DetectionOptions {
  readonly sampleRate: number;
  readonly leads: number;
  /** Most frames in one run. */
  readonly blockMax: number;
  readonly onQrs: (at: number) => void;
}

export function createDetection({ sampleRate, leads, blockMax, onQrs }: DetectionOptions): Detection {
  const continuity = createContinuity(leads);
  const band = createQrsBand({ sampleRate, leads, blockMax });
  const { rate, decimation, narrowDelay } = band;
  const slopes = createSlopeEnergy({ rate, leads });
  const trust = createLeadWeights(leads);
  const { weights } = trust;
  const detector = createQrsDetector({ rate, leads, weights, narrowDelay, energyDelay: slopes.delay, onBeat: onQrs });
  const shapes = createShapeRing({ rate, leads, delay: band.wideDelay });
  const rest = createRestWatch(rate);
  const signal = new Float64Array(blockMax);
  const narrow = new Float64Array(blockMax * leads);
  const wide = new Float64Array(blockMax * leads);

  return {
    rate,
    decimation,
    latency: detector.latency,
    shapes,
    quality: trust.quality,
    get isRestless() {
      return rest.isRestless;
    },
    run(mv, muted, from, count, index) {
      for (let lead = 0; lead < leads; lead += 1) {
        continuity.gather(mv, muted, from, count, lead, signal);
        band.run(lead, signal, count, index, narrow, wide);
      }
      const end = Math.ceil((index + count) / decimation);
      for (let column = Math.ceil(index / decimation), at = 0; column < end; column += 1, at += leads) {
        shapes.push(column, wide, at);
        slopes.step(narrow, at);
        detector.step(column, slopes.energy, slopes.slope, narrow, at);
        rest.step(detector.energy[0]!, detector.levels.beats);
      }
    },
    restrict(usable) {
      trust.restrict(usable);
      detector.levels.reweigh();
    },
    second() {
      band.flush();
      rest.second();
      if (detector.learning) return;
      trust.update(detector.levels.qrs, detector.levels.noise);
      detector.levels.reweigh();
    },
    restart(index) {
      for (const part of [continuity, band, slopes, trust, shapes, rest]) part.reset();
      detector.reset(Math.ceil(index / decimation));
    },
  };
}
