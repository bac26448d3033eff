/** What the monitor says to the outside: the event lines of the command-line specification. `t` is signal time in seconds. */
import type { Lead, SensedElectrode } from '../firmware-protocol/index.ts';

export type AlarmId =
  | 'asystole'
  | 'vf'
  | 'vt'
  | 'vt-nonsustained'
  | 'extreme-brady'
  | 'extreme-tachy'
  | 'brady'
  | 'tachy'
  | 'pause'
  | 'af'
  | 'svt'
  | 'bigeminy'
  | 'trigeminy'
  | 'couplet'
  | 'run'
  | 'r-on-t'
  | 'pvc-rate'
  | 'av-block-1'
  | 'av-block-2-i'
  | 'av-block-2-ii'
  | 'av-block-3'
  | 'irregular'
  | 'pacer-not-capture'
  | 'pacer-not-pacing'
  | 'lead-off'
  | 'all-leads-off'
  | 'signal-lost'
  | 'saturation'
  | 'noise'
  | 'device-mute'
  | 'wrong-rate'
  | 'data-loss';
/** A lead of the 12-lead ECG on a live device; whatever a record calls its signals otherwise (`MLII`). */
export type LeadLabel = Lead | (string & {});
export type AlarmState = 'on' | 'latched' | 'acknowledged' | 'off';
export type Priority = 'high' | 'medium' | 'low';

interface At {
  /** Seconds since the first sample. */
  readonly t: number;
  /** Sample index at the stream's own rate, where there is one. */
  readonly sample?: number;
}

export type BeatEvent = At & {
  readonly kind: 'beat';
  readonly class: 'N' | 'S' | 'V' | 'F' | 'Q';
  readonly paced?: boolean;
  readonly state: 'provisional' | 'final' | 'withdrawn';
  readonly leads: readonly LeadLabel[];
  readonly rr?: number;
};
export type HeartRateEvent = At & { readonly kind: 'hr'; readonly bpm: number | null; readonly source: string };
export type RhythmEvent = At & { readonly kind: 'rhythm'; readonly id: string; readonly state: 'on' | 'off'; readonly onset: number };
export type AlarmEvent = At & {
  readonly kind: 'alarm';
  readonly id: AlarmId;
  readonly state: AlarmState;
  readonly priority: Priority;
  readonly class: 'physiological' | 'technical';
  readonly onset: number;
  readonly conditionDelayMs: number;
  readonly generationDelayMs: number;
  /** For people: `HR 34 < 50`, `V1 electrode off`. */
  readonly text: string;
};
export type LeadEvent = At & { readonly kind: 'lead'; readonly electrode: SensedElectrode; readonly state: 'on' | 'off' };
export type LinkEventName = 'open' | 'close' | 'gap' | 'checksum' | 'resync' | 'unplugged' | 'stalled';
export type LinkStatusEvent = At & {
  readonly kind: 'link';
  readonly event: LinkEventName;
  readonly frames?: number;
  /** Of a gap: false when the counter turned more than once and the time of arrival said how often. */
  readonly exact?: boolean;
  readonly durationMs?: number;
  readonly text?: string;
};
export type QualityEvent = At & { readonly kind: 'quality'; readonly lead: LeadLabel; readonly index: number };
export type MeasureEvent = At & {
  readonly kind: 'measure';
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly method: string;
  readonly lead?: LeadLabel;
};

export type MonitorEvent =
  | BeatEvent
  | HeartRateEvent
  | RhythmEvent
  | AlarmEvent
  | LeadEvent
  | LinkStatusEvent
  | QualityEvent
  | MeasureEvent;
