/** The heart rate as an event: when the shown number changes, at the tick after the beat that changes it. */
import type { HeartRateEvent } from '../events.ts';
import type { HeartRate } from './heart-rate.ts';

export interface RateReport {
  /** The number on the screen, or null. */
  readonly shown: number | null;
  /** At each tick. `isRestless`: what is counted may be no beats; then nothing is shown when the intervals are wild. The number may change with every beat: it stays calm by itself, and it is never far behind the heart. */
  tick(t: number, isRestless: boolean): void;
  /** Takes the rate away now. */
  blank(t: number): void;
}

export function createRateReport(heartRate: HeartRate, emit: (event: HeartRateEvent) => void): RateReport {
  let shown: number | null = null;

  function show(t: number, bpm: number | null): void {
    if (bpm === shown) return;
    shown = bpm;
    emit({ kind: 'hr', t, bpm, source: 'ecg' });
  }

  return {
    get shown() {
      return shown;
    },
    tick: (t, isRestless) => show(t, isRestless && heartRate.isWild(t) ? null : heartRate.shown(t)),
    blank(t) {
      heartRate.blank();
      show(t, null);
    },
  };
}
