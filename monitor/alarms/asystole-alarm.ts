/** No QRS for a few seconds while there is a signal to see one in. Two beats end it: one alone may be an artefact. */
import type { AlarmMachine } from './alarm-machine.ts';

const BEATS_TO_END = 2;

export interface Silence {
  /** The last beat, or the moment the signal became usable when that was later. Seconds. */
  readonly since: number;
  /** Up to here beats would be known by now. */
  readonly knownTo: number;
  /** Beats since the stream began. */
  readonly beats: number;
  /** False when no lead is worth looking at: then silence says nothing about the heart. */
  readonly usable: boolean;
}

export function createAsystoleAlarm(machine: AlarmMachine, limitS: number): { update(t: number, silence: Silence): void } {
  let beatsAtOnset = 0;

  return {
    update(t, { since, knownTo, beats, usable }) {
      if (!usable) return machine.clear(t);
      const standing = machine.state === 'on' || machine.state === 'acknowledged';
      if (knownTo - since >= limitS) {
        beatsAtOnset = beats;
        machine.raise(t, { onset: since, conditionDelayS: limitS, text: `no beat for ${limitS} s` });
      } else if (standing && beats >= beatsAtOnset + BEATS_TO_END) {
        machine.clear(t);
      }
    },
  };
}
