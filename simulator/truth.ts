/** What really happened inside the patient: written by the scheduler, never found by a detector. All times are patient time. */
import type { Electrode } from '../firmware-protocol/index.ts';
import type { Micros } from '../kernel/index.ts';

/** N sinus, junctional or bundle-branch; S atrial or nodal premature; V ventricular ectopic; F fusion; paced. */
export type BeatClass = 'N' | 'S' | 'V' | 'F' | 'paced';

/**
 * Absolute instants, exact by construction. Absent waves are absent keys. A wave begins and ends where the steepest tangent of its first
 * and last component meets the baseline (two sigma); peaks are those of |lead II|.
 */
export interface Fiducials {
  readonly pOn?: Micros;
  readonly pPeak?: Micros;
  readonly pOff?: Micros;
  readonly qrsOn: Micros;
  readonly rPeak: Micros;
  readonly qrsOff: Micros;
  readonly tPeak?: Micros;
  readonly tOff?: Micros;
}

export type TruthEvent =
  | { readonly kind: 'beat'; readonly at: Micros; readonly class: BeatClass; readonly fiducials: Fiducials }
  /** An atrial event at the peak of its wave, conducted or not. */
  | { readonly kind: 'atrial'; readonly at: Micros; readonly conducted: boolean }
  /** The rhythm from here on, told again when its rate is set anew. `rate` is the set ventricular rate in bpm where there is one. */
  | { readonly kind: 'rhythm'; readonly at: Micros; readonly id: string; readonly rate?: number }
  | { readonly kind: 'electrode'; readonly at: Micros; readonly electrode: Electrode; readonly state: 'on' | 'off' }
  | { readonly kind: 'swap'; readonly at: Micros; readonly electrodes: readonly [Electrode, Electrode] | null }
  | { readonly kind: 'noise'; readonly at: Micros; readonly id: string; readonly level: number; readonly unit: string }
  | {
      readonly kind: 'pacer';
      readonly at: Micros;
      readonly chamber: 'atrial' | 'ventricular';
      readonly mv: number;
      readonly widthMs: number;
    };

export type TruthListener = (event: TruthEvent) => void;
