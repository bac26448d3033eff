/** Alarms: limits, states, conditions. */
export { type Alarms, createAlarms, SIGNAL_LOST_AFTER_S, type Vitals } from './alarms.ts';
export { DEFAULT_LIMITS, resolveLimits } from './limits.ts';
