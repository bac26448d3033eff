import { alarmWithin } from './alarm-within.ts';
import { always } from './always.ts';
import { beats } from './beats.ts';
import { frames } from './frames.ts';
import { heartRate } from './heart-rate.ts';
import type { ExpectationKind } from './kind.ts';
import { leadState } from './lead-state.ts';
import { linkGaps } from './link-gaps.ts';
import { noAlarm } from './no-alarm.ts';
import { vitals } from './vitals.ts';

/** Every kind of expectation, one file each. */
export const EXPECTATIONS: readonly ExpectationKind[] = [
  alarmWithin,
  noAlarm,
  heartRate,
  beats,
  linkGaps,
  leadState,
  vitals,
  frames,
  always,
];
