import { z } from 'zod';
import type { AlarmId } from '../../monitor/index.ts';

/** Every alarm a monitor may raise. The type checker refuses this table when an id is missing or too many. */
const PHYSIOLOGICAL: Record<AlarmId, boolean> = {
  asystole: true,
  vf: true,
  vt: true,
  'vt-nonsustained': true,
  'extreme-brady': true,
  'extreme-tachy': true,
  brady: true,
  tachy: true,
  pause: true,
  af: true,
  svt: true,
  bigeminy: true,
  trigeminy: true,
  couplet: true,
  run: true,
  'r-on-t': true,
  'pvc-rate': true,
  'av-block-1': true,
  'av-block-2-i': true,
  'av-block-2-ii': true,
  'av-block-3': true,
  irregular: true,
  'pacer-not-capture': true,
  'pacer-not-pacing': true,
  'lead-off': false,
  'all-leads-off': false,
  'signal-lost': false,
  saturation: false,
  noise: false,
  'device-mute': false,
  'wrong-rate': false,
  'data-loss': false,
};

const ALARM_IDS = Object.keys(PHYSIOLOGICAL) as AlarmId[];
export const alarmId = z.enum(ALARM_IDS as [AlarmId, ...AlarmId[]]);

/** One alarm, a list of them, or a class: what must stay silent. */
export const silent = z.union([alarmId, z.array(alarmId).min(1), z.enum(['any', 'physiological', 'technical'])]);

export function silentIds(spec: z.output<typeof silent>): ReadonlySet<string> {
  if (Array.isArray(spec)) return new Set(spec);
  if (spec === 'any') return new Set(ALARM_IDS);
  if (spec === 'physiological') return new Set(ALARM_IDS.filter((id) => PHYSIOLOGICAL[id]));
  if (spec === 'technical') return new Set(ALARM_IDS.filter((id) => !PHYSIOLOGICAL[id]));
  return new Set([spec]);
}
