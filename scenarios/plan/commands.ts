import { type Micros, us } from '../../kernel/index.ts';
import type { SimulatorCommand } from '../../simulator/index.ts';
import type { FaultSpec } from '../schema/fault.ts';
import type { Action } from '../schema/step.ts';

/** A command, and how long after the step it is due: the second of a pair undoes the first. */
interface Due {
  readonly delay: Micros;
  readonly label: string;
  readonly command: SimulatorCommand;
}

const NOW = us(0);

/** What a step does, as commands of the simulator. */
export function commandsOf(action: Action): readonly Due[] {
  switch (action.do) {
    case 'rhythm': {
      const { kind, ...params } = action.with;
      return [{ delay: NOW, label: `rhythm ${kind}`, command: { do: 'rhythm', id: kind, params: params as Record<string, number> } }];
    }
    case 'set':
      return [{ delay: NOW, label: `set ${Object.keys(action.with).join(', ')}`, command: { do: 'set', params: action.with } }];
    case 'noise': {
      const { kind, level } = action.with;
      return pair({
        label: `noise ${kind}`,
        on: { do: 'noise', id: kind, level },
        off: { do: 'noise', id: kind, level: 0 },
        lasting: action.with.for,
      });
    }
    case 'unplug':
      return pair({ label: 'unplug', on: { do: 'unplug' }, off: { do: 'replug' }, lasting: action.with.for });
    case 'replug':
      return [{ delay: NOW, label: 'replug', command: { do: 'replug' } }];
    case 'mute':
      return pair({ label: 'mute', on: { do: 'mute', muted: true }, off: { do: 'mute', muted: false }, lasting: action.with.for });
    case 'unmute':
      return [{ delay: NOW, label: 'unmute', command: { do: 'mute', muted: false } }];
    default:
      return faultCommands(action.with);
  }
}

interface Pair {
  readonly label: string;
  readonly on: SimulatorCommand;
  readonly off: SimulatorCommand;
  readonly lasting: Micros | undefined;
}

function pair({ label, on, off, lasting }: Pair): readonly Due[] {
  const first = { delay: NOW, label, command: on };
  return lasting === undefined ? [first] : [first, { delay: lasting, label: `${label} ends`, command: off }];
}

function faultCommands(fault: FaultSpec): readonly Due[] {
  switch (fault.kind) {
    case 'lead-off':
    case 'lead-on': {
      const electrode = (state: 'on' | 'off'): SimulatorCommand => ({ do: 'electrode', electrode: fault.electrode, state });
      if (fault.kind === 'lead-on') return [{ delay: NOW, label: `${fault.electrode} on`, command: electrode('on') }];
      return pair({ label: `${fault.electrode} off`, on: electrode('off'), off: electrode('on'), lasting: fault.for });
    }
    case 'swap': {
      const electrodes = fault.electrodes === 'none' ? null : fault.electrodes;
      const label = electrodes ? `swap ${electrodes.join(' ')}` : 'swap none';
      return pair({ label, on: { do: 'swap', electrodes }, off: { do: 'swap', electrodes: null }, lasting: fault.for });
    }
    case 'constant': {
      const { counts, noiseLsb, on, for: lasting } = fault;
      const held = (state: boolean): SimulatorCommand => ({ do: 'fault', fault: { kind: 'constant', counts, noiseLsb, on: state } });
      return pair({ label: `constant ${counts}`, on: held(on), off: held(false), lasting });
    }
    case 'drop-frames':
    case 'repeat-frames':
      return [{ delay: NOW, label: `${fault.kind} ${fault.frames}`, command: { do: 'fault', fault } }];
    default: {
      const { kind, at } = fault;
      return [{ delay: NOW, label: kind, command: { do: 'fault', fault: at === undefined ? { kind } : { kind, at } } }];
    }
  }
}
