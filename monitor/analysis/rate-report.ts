/** The heart rate as an event: when the shown number changes, on whole seconds of signal; its loss at once. */
import type { HeartRateEvent } from '../events.ts';
import type { HeartRate } from './heart-rate.ts';

export interface RateReport {
  /** The number on the screen, or null. */
  readonly shown: number | null;
  /** At each tick. `wholeSecond` when the number may change. */
  tick(t: number, wholeSecond: boolean): void;
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
    tick(t, wholeSecond) {
      const bpm = heartRate.rate(t) === null ? null : wholeSecond ? heartRate.shown(t) : shown;
      show(t, bpm);
    },
    blank(t) {
      heartRate.blank();
      show(t, null);
    },
  };
}
