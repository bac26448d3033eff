/** All alarms together. Decisions depend on what is handed in at each tick of signal time, and on nothing else. */
import type { AlarmLimits } from '../contract.ts';
import type { AlarmEvent, AlarmId } from '../events.ts';
import { type AlarmSpec, createAlarmMachine } from './alarm-machine.ts';
import { ALARMS } from './alarm-table.ts';
import { createAsystoleAlarm, type Silence } from './asystole-alarm.ts';
import { createRateAlarm } from './rate-alarm.ts';

export interface Vitals {
  /** Heart rate, bpm, or null. */
  readonly rate: number | null;
  readonly silence: Silence;
  /** Names of electrodes that are off. */
  readonly electrodesOff: readonly string[];
  readonly allLeadsOff: boolean;
}

export interface Alarms {
  /** Once per tick. `t`: seconds of signal time. */
  update(t: number, vitals: Vitals): void;
  /** Data stopped at `since`; `null` when it flows again. `text` when more is known than that. */
  signalLost(t: number, since: number | null, text?: string): void;
  /** Data flow, but not as they should; `null` when they do. */
  wrongRate(t: number, text: string | null): void;
  acknowledge(id: AlarmId, t: number): void;
  /** Alarms that are not off, oldest first. */
  readonly standing: readonly AlarmEvent[];
}

/** Data may be absent this long before it is an alarm. */
export const SIGNAL_LOST_AFTER_S = 1.5;

const electrodesText = (names: readonly string[]): string => `${names.join(', ')} electrode${names.length > 1 ? 's' : ''} off`;

export function createAlarms(limits: AlarmLimits, emit: (event: AlarmEvent) => void): Alarms {
  const machine = (spec: AlarmSpec) => createAlarmMachine(spec, emit);
  const asystole = machine(ALARMS.asystole);
  const extremeBrady = machine(ALARMS.extremeBrady);
  const extremeTachy = machine(ALARMS.extremeTachy);
  const brady = machine(ALARMS.brady);
  const tachy = machine(ALARMS.tachy);
  const lost = machine(ALARMS.signalLost);
  const wrong = machine(ALARMS.wrongRate);
  const allOff = machine(ALARMS.allLeadsOff);
  const leadOff = machine(ALARMS.leadOff);
  const all = [asystole, extremeBrady, extremeTachy, brady, tachy, lost, wrong, allOff, leadOff];
  const silent = createAsystoleAlarm(asystole, limits.asystoleS);
  const rates = [
    createRateAlarm(extremeBrady, 'below', limits.extremeBradyBpm),
    createRateAlarm(extremeTachy, 'above', limits.extremeTachyBpm),
    createRateAlarm(brady, 'below', limits.bradyBpm),
    createRateAlarm(tachy, 'above', limits.tachyBpm),
  ];
  let namesOff: readonly string[] = [];

  /** One alarm for all electrodes; another electrode coming off sounds it again, with all of them in the text. */
  function electrodes(t: number, names: readonly string[]): void {
    const another = names.some((name) => !namesOff.includes(name));
    namesOff = names;
    if (names.length === 0) return leadOff.clear(t);
    const cause = { onset: t, conditionDelayS: 0, text: electrodesText(names) };
    if (another) leadOff.renew(t, cause);
  }

  return {
    update(t, vitals) {
      electrodes(t, vitals.electrodesOff);
      if (vitals.allLeadsOff) allOff.raise(t, { onset: t, conditionDelayS: 0, text: 'no lead: electrodes off' });
      else allOff.clear(t);
      silent.update(t, vitals.silence);
      for (const alarm of rates) alarm.update(t, vitals.rate);
    },
    signalLost(t, since, text = 'no data from the device') {
      if (since === null) lost.clear(t);
      else lost.raise(t, { onset: since, conditionDelayS: SIGNAL_LOST_AFTER_S, text });
    },
    wrongRate(t, text) {
      if (text === null) wrong.clear(t);
      else wrong.raise(t, { onset: t, conditionDelayS: 0, text });
    },
    acknowledge(id, t) {
      all.find((one) => one.last?.id === id)?.acknowledge(t);
    },
    get standing() {
      const events = all.flatMap((one) => (one.state === 'off' || !one.last ? [] : [one.last]));
      return events.toSorted((a, b) => a.onset - b.onset);
    },
  };
}
