/** What things are called on the page. */
import type { AlarmEvent, AlarmId, DisplayFilter, LinkEventName, Priority } from '../../index.ts';

export const ALARM_NAMES: Readonly<Record<AlarmId, string>> = {
  asystole: 'Asystole',
  vf: 'Ventricular fibrillation',
  vt: 'Ventricular tachycardia',
  'vt-nonsustained': 'VT, non-sustained',
  'extreme-brady': 'Extreme bradycardia',
  'extreme-tachy': 'Extreme tachycardia',
  brady: 'Bradycardia',
  tachy: 'Tachycardia',
  pause: 'Pause',
  af: 'Atrial fibrillation',
  svt: 'Supraventricular tachycardia',
  bigeminy: 'Bigeminy',
  trigeminy: 'Trigeminy',
  couplet: 'Couplet',
  run: 'Ventricular run',
  'r-on-t': 'R on T',
  'pvc-rate': 'Frequent PVCs',
  'av-block-1': 'AV block I',
  'av-block-2-i': 'AV block II, Wenckebach',
  'av-block-2-ii': 'AV block II, Mobitz',
  'av-block-3': 'AV block III',
  irregular: 'Irregular rhythm',
  'pacer-not-capture': 'Pacer not capturing',
  'pacer-not-pacing': 'Pacer not pacing',
  'lead-off': 'Electrode off',
  'all-leads-off': 'All electrodes off',
  'signal-lost': 'Signal lost',
  saturation: 'Saturation',
  noise: 'Noisy signal',
  'device-mute': 'Device mute',
  'wrong-rate': 'Wrong baud or sample rate',
  'data-loss': 'Data loss',
};

/** A technical alarm in words: which electrode is in its text, everything else in its name. */
export const technicalName = ({ id, text }: AlarmEvent): string => (id === 'lead-off' && text ? text : ALARM_NAMES[id]);

export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

export const LINK_NAMES: Readonly<Record<LinkEventName, string>> = {
  open: 'Port opened',
  close: 'Port closed',
  gap: 'Samples lost',
  checksum: 'Checksum error',
  resync: 'In step again',
  unplugged: 'Device unplugged',
  stalled: 'Stalled port reopened',
};

export const BANDS: readonly { readonly band: DisplayFilter['band']; readonly name: string; readonly hertz: string }[] = [
  { band: 'monitor', name: 'Monitor', hertz: '0.5–40 Hz' },
  { band: 'diagnostic', name: 'Diagnostic', hertz: '0.05–150 Hz' },
  { band: 'st', name: 'ST', hertz: '0.05–40 Hz' },
  { band: 'surgery', name: 'Surgery', hertz: '1–20 Hz' },
];

export const NOTCHES: readonly { readonly notch: DisplayFilter['notch']; readonly name: string }[] = [
  { notch: 'off', name: 'AC off' },
  { notch: 50, name: 'AC 50 Hz' },
  { notch: 60, name: 'AC 60 Hz' },
];

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** As in 12:41:09, in the reader's zone. */
export const clockTime = (at: number | Date): string => CLOCK.format(at);

const WHOLE = new Intl.NumberFormat('en-GB');
export const wholeNumber = (value: number): string => WHOLE.format(value);
