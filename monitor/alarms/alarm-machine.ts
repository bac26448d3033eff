/**
 * The states of one alarm, after IEC 60601-1-8: `on` while its condition stands and nobody has acknowledged it, `acknowledged` while
 * it stands and someone has, `latched` when a latching alarm's condition went away unseen. One alarm of an id at a time, ever.
 */
import type { AlarmEvent, AlarmId, AlarmState, Priority } from '../events.ts';

export interface AlarmSpec {
  readonly id: AlarmId;
  readonly priority: Priority;
  readonly class: 'physiological' | 'technical';
  /** Stays on the screen after its condition went away, until acknowledged. */
  readonly latching: boolean;
}

/** Why an alarm is raised, in seconds of signal time. */
export interface AlarmCause {
  /** When what it is about began. */
  readonly onset: number;
  /** From the onset until the condition is an alarm by definition; the rest of the time to the event is generation delay. */
  readonly conditionDelayS: number;
  readonly text: string;
}

export interface AlarmMachine {
  readonly state: AlarmState;
  /** The last event emitted, undefined before the first. */
  readonly last: AlarmEvent | undefined;
  /** The condition stands. Does nothing when it already stood. */
  raise(t: number, cause: AlarmCause): void;
  /** The condition stands for one more reason: the alarm starts again, whatever its state was. */
  renew(t: number, cause: AlarmCause): void;
  /** The condition is gone. */
  clear(t: number): void;
  acknowledge(t: number): void;
}

const toMs = (s: number): number => Math.max(0, Math.round(s * 1000));

export function createAlarmMachine(spec: AlarmSpec, emit: (event: AlarmEvent) => void): AlarmMachine {
  const { id, priority, latching } = spec;
  let state: AlarmState = 'off';
  let last: AlarmEvent | undefined;
  let cause: AlarmCause = { onset: 0, conditionDelayS: 0, text: '' };
  let generationDelayS = 0;

  function become(next: AlarmState, t: number): void {
    state = next;
    last = {
      kind: 'alarm',
      t,
      id,
      state,
      priority,
      class: spec.class,
      onset: cause.onset,
      conditionDelayMs: toMs(cause.conditionDelayS),
      generationDelayMs: toMs(generationDelayS),
      text: cause.text,
    };
    emit(last);
  }

  function renew(t: number, why: AlarmCause): void {
    cause = why;
    generationDelayS = t - why.onset - why.conditionDelayS;
    become('on', t);
  }

  return {
    renew,
    get state() {
      return state;
    },
    get last() {
      return last;
    },
    raise(t, why) {
      if (state === 'off' || state === 'latched') renew(t, why);
    },
    clear(t) {
      if (state === 'on') become(latching ? 'latched' : 'off', t);
      else if (state === 'acknowledged') become('off', t);
    },
    acknowledge(t) {
      if (state === 'on') become('acknowledged', t);
      else if (state === 'latched') become('off', t);
    },
  };
}
