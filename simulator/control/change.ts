import { NOISES } from '../body/index.ts';
import type { LinkFault, ParamValues, RhythmSpec, SimulatorCommand, SimulatorState } from '../contract.ts';
import type { JournalEntry } from './messages.ts';

/** What a command changes, in words for people, and how to take it back. */
export type Change = Pick<JournalEntry, 'group' | 'what' | 'from' | 'to' | 'unit' | 'undo'>;

/** `before` is the state the command meets. */
export function changeOf(command: SimulatorCommand, before: SimulatorState, rhythms: readonly RhythmSpec[]): Change {
  switch (command.do) {
    case 'rhythm': {
      const undo = { do: 'rhythm', id: before.rhythm, params: before.params } as const;
      return { group: 'patient', what: 'Rhythm', from: before.rhythm, to: command.id, unit: '', undo };
    }
    case 'set':
      return setChange(command.params, before, rhythms);
    case 'noise': {
      const noise = NOISES.find(({ id }) => id === command.id);
      const level = before.noise[command.id];
      const what = noise?.title ?? command.id;
      return { group: 'body', what, from: String(level), to: String(command.level), unit: noise?.unit ?? '', undo: { ...command, level } };
    }
    case 'electrode': {
      const was = before.electrodesOff.includes(command.electrode) ? 'off' : 'on';
      const undo = { ...command, state: was } as const;
      return { group: 'body', what: `Electrode ${command.electrode}`, from: was, to: command.state, unit: '', undo };
    }
    case 'swap': {
      const undo = { do: 'swap', electrodes: before.swapped } as const;
      return { group: 'body', what: 'Swapped electrodes', from: pair(before.swapped), to: pair(command.electrodes), unit: '', undo };
    }
    case 'unplug':
    case 'replug': {
      const undo = { do: before.plugged ? 'replug' : 'unplug' } as const;
      return { group: 'link', what: 'Cable', from: plugged(before.plugged), to: plugged(command.do === 'replug'), unit: '', undo };
    }
    case 'mute': {
      const undo = { do: 'mute', muted: before.muted } as const;
      return { group: 'link', what: 'Device', from: spoken(before.muted), to: spoken(command.muted), unit: '', undo };
    }
    default: {
      const { fault } = command;
      const undo = fault.kind === 'constant' ? ({ do: 'fault', fault: { ...fault, on: !fault.on } } as const) : null;
      return { group: 'link', what: 'Fault', from: null, to: faultInWords(fault), unit: '', undo };
    }
  }
}

function setChange(params: ParamValues, before: SimulatorState, rhythms: readonly RhythmSpec[]): Change {
  const specs = rhythms.find((rhythm) => rhythm.id === before.rhythm)?.params ?? [];
  const ids = Object.keys(params);
  const old = Object.fromEntries(ids.flatMap((id) => (before.params[id] === undefined ? [] : [[id, before.params[id]]])));
  const undo = Object.keys(old).length === ids.length ? ({ do: 'set', params: old } as const) : null;
  const spec = specs.find((param) => param.id === ids[0]);
  if (ids.length === 1 && spec) {
    return { group: 'patient', what: spec.title, from: text(old[spec.id]), to: String(params[spec.id]), unit: spec.unit, undo };
  }
  const list = (values: ParamValues): string => ids.map((id) => `${id} ${values[id] ?? '?'}`).join(', ');
  return { group: 'patient', what: 'Parameters', from: list(old), to: list(params), unit: '', undo };
}

const text = (value: number | undefined): string | null => (value === undefined ? null : String(value));
const pair = (electrodes: readonly [string, string] | null): string => (electrodes ? electrodes.join(' ↔ ') : 'none');
const plugged = (is: boolean): string => (is ? 'plugged in' : 'unplugged');
const spoken = (muted: boolean): string => (muted ? 'muted' : 'sending');

const FAULTS = {
  'drop-byte': 'one byte dropped',
  'insert-byte': 'one byte inserted',
  'flip-bit': 'one bit flipped',
  'stray-start': 'a stray start byte',
  'bad-checksum': 'a wrong checksum',
} as const;

function faultInWords(fault: LinkFault): string {
  switch (fault.kind) {
    case 'drop-frames':
      return fault.frames === 1 ? 'one frame dropped' : `${fault.frames} frames dropped`;
    case 'repeat-frames':
      return fault.frames === 1 ? 'one frame repeated' : `${fault.frames} frames repeated`;
    case 'constant':
      return fault.on ? `held at ${fault.counts} counts` : 'signal released';
    default:
      return FAULTS[fault.kind];
  }
}
