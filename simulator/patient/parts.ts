/** The parts plans are made of, each with the words for the truth. */
import { type Micros, us } from '../../kernel/index.ts';
import type { BeatClass, Fiducials } from '../truth.ts';
import type { Part } from './heart.ts';
import { ADULT_P } from './waves/adult.ts';
import type { Complex } from './waves/complex.ts';
import { PACING_SPIKE } from './waves/paced.ts';
import { offsetOf, onsetOf, type Wave } from './waves/wave.ts';

const micros = (msFromPeak: number): number => Math.round(1e3 * msFromPeak);
const after = (instant: Micros, msLater: number): Micros => us(instant + micros(msLater));

const P_ON = onsetOf(ADULT_P);
const P_OFF = offsetOf(ADULT_P);

export interface AtrialOptions {
  /** us from the anchor to the peak of P. */
  readonly offset: number;
  readonly conducted: boolean;
  readonly gain?: number;
  readonly wave?: Wave;
}

export const atrialPart = ({ offset, conducted, gain = 1, wave = ADULT_P }: AtrialOptions): Part => ({
  offset,
  wave,
  gain,
  chamber: 'atria',
  busy: 0,
  tell: (at) => ({ kind: 'atrial', at, conducted }),
});

export interface VentricularOptions {
  /** us from the anchor to the peak of R. */
  readonly offset?: number;
  readonly class: BeatClass;
  readonly complex: Complex;
  readonly gain?: number;
  /** PR in ms, when a P wave leads this beat. */
  readonly pr?: number;
}

export function ventricularPart({ offset = 0, class: beatClass, complex, gain = 1, pr }: VentricularOptions): Part {
  const { qrsOn, qrsOff, tPeak, tOff } = complex;
  const atrial = (r: Micros): Partial<Fiducials> => {
    if (pr === undefined) return {};
    const peak = us(r + pPeakBeforeR(complex, pr));
    return { pOn: after(peak, P_ON), pPeak: peak, pOff: after(peak, P_OFF) };
  };
  return {
    offset,
    wave: complex.bells,
    gain,
    chamber: 'ventricles',
    busy: micros(qrsOff),
    tell: (at) => ({
      kind: 'beat',
      at,
      class: beatClass,
      fiducials: {
        ...atrial(at),
        qrsOn: after(at, qrsOn),
        rPeak: at,
        qrsOff: after(at, qrsOff),
        tPeak: after(at, tPeak),
        tOff: after(at, tOff),
      },
    }),
  };
}

/** us from R to the peak of the P wave whose onset leads QRS by `pr` ms; negative. */
export const pPeakBeforeR = ({ qrsOn }: Complex, pr: number): number => micros(qrsOn - pr - P_ON);

/** P, PR and a ventricular complex: a beat the way it should be. */
export function conductedBeat({
  complex,
  pr,
  gain = 1,
  offset = 0,
}: {
  complex: Complex;
  pr: number;
  gain?: number;
  offset?: number;
}): Part[] {
  return [
    atrialPart({ offset: offset + pPeakBeforeR(complex, pr), conducted: true, gain }),
    ventricularPart({ offset, class: 'N', complex, gain, pr }),
  ];
}

/** PR shortens with the cycle below 0.52 s, 358 ms a second (Bachi et al. 2023), until P just clears QRS. */
export function prAt({ rrMs, restMs }: { rrMs: number; restMs: number }): number {
  const shortened = restMs - 0.358 * Math.max(0, 520 - rrMs);
  return Math.max(shortened, Math.min(restMs, P_OFF - P_ON + 4));
}

/** Pulse of a pacemaker in the ventricle, as told: what the electrodes see of it is in waves/paced.ts. */
export const pacingPart = ({ offset, mv, widthMs }: { offset: number; mv: number; widthMs: number }): Part => ({
  offset,
  wave: PACING_SPIKE,
  gain: (mv * widthMs) / 2.5,
  busy: 0,
  tell: (at) => ({ kind: 'pacer', at, chamber: 'ventricular', mv, widthMs }),
});
