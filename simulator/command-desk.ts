import type { Electrode } from '../firmware-protocol/index.ts';
import { NOISES } from './body/index.ts';
import type { Body, DeviceLink, NoiseId, ParamValues, Patient, SimulatorCommand, SimulatorState } from './contract.ts';
import type { Device } from './device/device.ts';
import { RHYTHMS } from './patient/index.ts';
import type { TruthEvent } from './truth.ts';

/** Takes commands to the part they are for, and remembers what is set. */
export interface CommandDesk {
  /** Throws a RangeError with one sentence; nothing has changed then. */
  apply(command: SimulatorCommand): void;
  /** Tells the truth about the noise that is there from the start. */
  tellNoise(): void;
  readonly state: Pick<SimulatorState, 'rhythm' | 'params' | 'noise' | 'electrodesOff' | 'swapped' | 'plugged'>;
}

export interface CommandDeskParts {
  readonly patient: Patient;
  readonly body: Body;
  readonly device: Device;
  readonly link: DeviceLink;
  readonly rhythm: string;
  readonly params: ParamValues;
  /** Levels from the start. */
  readonly noise: Readonly<Record<string, number>>;
  /** What the desk itself does to the patient's surroundings. */
  readonly tell: (event: TruthEvent) => void;
  /** False before the start: a device plugged in then gets power with the start. */
  readonly isRunning: () => boolean;
}

/** The running rhythm with all its settings, as the catalogue defines them. */
function paramsOf(rhythm: string, set: ParamValues = {}): ParamValues {
  const spec = RHYTHMS.find(({ id }) => id === rhythm);
  return { ...Object.fromEntries(spec?.params.map((param) => [param.id, param.default]) ?? []), ...set };
}

const COMMANDS: readonly SimulatorCommand['do'][] = ['rhythm', 'set', 'noise', 'electrode', 'swap', 'unplug', 'replug', 'mute', 'fault'];

export function createCommandDesk({ patient, body, device, link, tell, isRunning, ...initial }: CommandDeskParts): CommandDesk {
  const noise: Record<NoiseId, number> = { wander: 0, mains: 0, emg: 0 };
  for (const [id, level] of Object.entries(initial.noise)) setNoise(id as NoiseId, level);
  const electrodesOff = new Set<Electrode>();
  let { rhythm } = initial;
  let params = paramsOf(rhythm, initial.params);
  let swapped: readonly [Electrode, Electrode] | null = null;
  let plugged = true;

  function setNoise(id: NoiseId, level: number): void {
    body.setNoise(id, level);
    noise[id] = level;
  }

  function tellNoise(id: NoiseId): void {
    tell({ kind: 'noise', at: patient.now, id, level: noise[id], unit: NOISES.find((spec) => spec.id === id)?.unit ?? '' });
  }

  function setElectrode(electrode: Electrode, state: 'on' | 'off'): void {
    if (state !== 'on' && state !== 'off') throw new RangeError(`electrode ${electrode} can be on or off, got "${String(state)}"`);
    body.setElectrode(electrode, state);
    if (state === 'off') electrodesOff.add(electrode);
    else electrodesOff.delete(electrode);
    tell({ kind: 'electrode', at: patient.now, electrode, state });
  }

  function setPlugged(next: boolean): void {
    if (next === plugged) return;
    plugged = next;
    if (next) {
      link.replug();
      if (isRunning()) device.plugIn();
    } else {
      device.pullOut();
      link.unplug();
    }
  }

  function apply(command: SimulatorCommand): void {
    switch (command.do) {
      case 'rhythm':
        patient.setRhythm(command.id, command.params);
        rhythm = command.id;
        params = paramsOf(rhythm, command.params);
        return;
      case 'set':
        patient.setParams(command.params);
        params = { ...params, ...command.params };
        return;
      case 'noise':
        setNoise(command.id, command.level);
        return tellNoise(command.id);
      case 'electrode':
        return setElectrode(command.electrode, command.state);
      case 'swap':
        body.swap(command.electrodes);
        swapped = command.electrodes;
        return tell({ kind: 'swap', at: patient.now, electrodes: swapped });
      case 'unplug':
      case 'replug':
        return setPlugged(command.do === 'replug');
      case 'mute':
        return device.mute(command.muted);
      case 'fault':
        return device.fault(command.fault, patient.now);
      default:
        throw new RangeError(`unknown command "${String((command as { do: unknown }).do)}": use one of ${COMMANDS.join(', ')}`);
    }
  }

  return {
    apply,
    tellNoise() {
      for (const { id } of NOISES) if (noise[id] > 0) tellNoise(id);
    },
    get state() {
      return { rhythm, params, noise: { ...noise }, electrodesOff: [...electrodesOff], swapped, plugged };
    },
  };
}
