/**
 * The detector's view of a lead: a narrow band where QRS complexes stand out (8-16 Hz, recipe of Hamilton and Tompkins 1986 with
 * Butterworth corners) and a wide one (to 40 Hz) for their shape, both decimated to about 250 Hz. The low pass before decimation
 * is the anti-alias filter: what folds back into the narrow band is 45 dB down.
 */
import { filterBlock, flushTiny, groupDelayAt, highPass, lowPass, STATE_SIZE } from './biquad.ts';

const NARROW_LOW_HZ = 8;
const NARROW_HIGH_HZ = 16;
const WIDE_HIGH_HZ = 40;
/** Where the energy of a normal QRS is centred after the narrow band. */
const QRS_CENTRE_HZ = 10;
const DETECTOR_RATE_MIN = 250;
const SECTIONS = 3;

export interface QrsBand {
  /** Samples per second after decimation. */
  readonly rate: number;
  /** Input samples per output sample. */
  readonly decimation: number;
  /** Seconds from an event in the signal to its image in the narrow and in the wide band. */
  readonly narrowDelay: number;
  readonly wideDelay: number;
  /**
   * Filters `count` continuous samples of `lead`, the first of which has the stream index `index`. Writes every decimated column
   * `c` to `narrow[c * leads + lead]` and `wide[...]`; column 0 is the first index divisible by the decimation.
   */
  run(lead: number, signal: Float64Array, count: number, index: number, narrow: Float64Array, wide: Float64Array): void;
  /** Call at fixed sample times. */
  flush(): void;
  reset(): void;
}

export function createQrsBand({ sampleRate, leads, blockMax }: { sampleRate: number; leads: number; blockMax: number }): QrsBand {
  const decimation = Math.max(1, Math.floor(sampleRate / DETECTOR_RATE_MIN));
  const high = highPass(sampleRate, NARROW_LOW_HZ);
  const low = lowPass(sampleRate, NARROW_HIGH_HZ);
  const shape = lowPass(sampleRate, Math.min(WIDE_HIGH_HZ, 0.4 * sampleRate));
  const state = new Float64Array(leads * SECTIONS * STATE_SIZE);
  const work = new Float64Array(blockMax);

  function run(lead: number, signal: Float64Array, count: number, index: number, narrow: Float64Array, wide: Float64Array): void {
    const slot = lead * SECTIONS * STATE_SIZE;
    const first = (decimation - (index % decimation)) % decimation;
    for (let i = 0; i < count; i += 1) work[i] = signal[i]!;
    filterBlock(shape, state, slot, work, count);
    for (let i = first, at = lead; i < count; i += decimation, at += leads) wide[at] = work[i]!;
    filterBlock(high, state, slot + STATE_SIZE, signal, count);
    filterBlock(low, state, slot + 2 * STATE_SIZE, signal, count);
    for (let i = first, at = lead; i < count; i += decimation, at += leads) narrow[at] = signal[i]!;
  }

  return {
    rate: sampleRate / decimation,
    decimation,
    narrowDelay: groupDelayAt([high, low], sampleRate, QRS_CENTRE_HZ),
    wideDelay: groupDelayAt([shape], sampleRate, QRS_CENTRE_HZ),
    run,
    flush: () => flushTiny(state),
    reset: () => void state.fill(0),
  };
}
