import { type Micros, us } from '../../kernel/index.ts';

/**
 * When the device samples. Frame `i` stands for the instant `i / rate` after power came to the bench and is complete one frame later,
 * so that after a whole minute exactly a minute of frames is due. The schedule is absolute: a late look finds more frames, never others.
 */
export interface SampleSchedule {
  /** Frames per second of true time: the nominal rate times the error of the device's crystal. */
  readonly rate: number;
  /** Frames complete `elapsed` after the start. */
  dueBy(elapsed: Micros): number;
  /** The instant frame `index` stands for. */
  instantOf(index: number): Micros;
}

/** A frame due now is due, whatever the last bit of a product says. In frames. */
const ROUNDING = 1e-6;
/** Beyond a tenth of a percent it is not drift but a wrong rate, which is a profile's business. */
const DRIFT_PPM_MAX = 1000;

/** `driftPpm`: how much faster the device's crystal runs than true time. Throws a RangeError outside -1000..1000. */
export function createSampleSchedule({ sampleRate, driftPpm }: { sampleRate: number; driftPpm: number }): SampleSchedule {
  if (!(Math.abs(driftPpm) <= DRIFT_PPM_MAX)) {
    throw new RangeError(
      `clock drift must be -${DRIFT_PPM_MAX}..${DRIFT_PPM_MAX} ppm, got ${driftPpm}. For another rate set sampleRate in the profile`,
    );
  }
  const rate = (sampleRate * (1e6 + driftPpm)) / 1e6;
  return {
    rate,
    dueBy: (elapsed) => Math.floor((elapsed * rate) / 1e6 + ROUNDING),
    instantOf: (index) => us((index * 1e6) / rate),
  };
}
