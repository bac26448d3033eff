/** The alarms of the monitor: priority, lane and latching (IEC 60601-1-8). Loss of monitoring is medium, a single lead is low. */
import type { AlarmSpec } from './alarm-machine.ts';

export const ALARMS = {
  asystole: { id: 'asystole', priority: 'high', class: 'physiological', latching: true },
  extremeBrady: { id: 'extreme-brady', priority: 'high', class: 'physiological', latching: false },
  extremeTachy: { id: 'extreme-tachy', priority: 'high', class: 'physiological', latching: false },
  brady: { id: 'brady', priority: 'medium', class: 'physiological', latching: false },
  tachy: { id: 'tachy', priority: 'medium', class: 'physiological', latching: false },
  signalLost: { id: 'signal-lost', priority: 'medium', class: 'technical', latching: false },
  wrongRate: { id: 'wrong-rate', priority: 'medium', class: 'technical', latching: false },
  allLeadsOff: { id: 'all-leads-off', priority: 'medium', class: 'technical', latching: false },
  leadOff: { id: 'lead-off', priority: 'low', class: 'technical', latching: false },
} as const satisfies Record<string, AlarmSpec>;
