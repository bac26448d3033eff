/** An alarm on one limit of the heart rate: it takes two seconds beyond the limit to start, and two seconds well inside to end. */
import type { AlarmMachine } from './alarm-machine.ts';
import { createPersistence } from './persistence.ts';

const HOLD_S = 2;
/** The rate must come back this far inside the limit: no chatter at the limit. */
const INSIDE_BPM = 2;

export interface RateAlarm {
  /** `rate` in bpm, null when there is none: then there is no alarm on it either. */
  update(t: number, rate: number | null): void;
}

export function createRateAlarm(machine: AlarmMachine, side: 'below' | 'above', limitBpm: number): RateAlarm {
  const persistence = createPersistence({ onAfterS: HOLD_S, offAfterS: HOLD_S });
  const sign = side === 'below' ? -1 : 1;
  let counts = false;

  return {
    update(t, rate) {
      if (rate === null) {
        persistence.reset();
        counts = false;
        machine.clear(t);
        return;
      }
      const beyond = sign * (rate - limitBpm);
      counts = persistence.update(t, beyond > (counts ? -INSIDE_BPM : 0));
      if (!counts) return machine.clear(t);
      if (machine.state === 'on' || machine.state === 'acknowledged') return;
      const text = `HR ${Math.round(rate)} ${side === 'below' ? '<' : '>'} ${limitBpm}`;
      machine.raise(t, { onset: persistence.since, conditionDelayS: HOLD_S, text });
    },
  };
}
