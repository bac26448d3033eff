import { type Micros, toSeconds } from '../../kernel/index.ts';
import { NOISES } from '../body/index.ts';
import type { LinkFault, ParamValues, RhythmSpec, SimulatorCommand, SimulatorState } from '../contract.ts';

/** Signal time as scenario files write it: seconds to the millisecond, `12.4 s`. */
const spelled = (at: Micros): string => `${Number(toSeconds(at).toFixed(3))} s`;

/**
 * One command as one step of a scenario file: `- { at: 12.4 s, rhythm: { kind: af-coarse, rate: 110 bpm } }`. `playing` is the
 * rhythm the command meets: it gives parameters their units.
 */
export function scenarioStep(command: SimulatorCommand, at: Micros, playing: RhythmSpec | undefined): string {
  return `- { at: ${spelled(at)}, ${action(command, playing)} }`;
}

/** The steps at zero that make a state: its rhythm with all settings, and its noise. */
export function startSteps(
  { rhythm, params, noise }: Pick<SimulatorState, 'rhythm' | 'params' | 'noise'>,
  spec: RhythmSpec | undefined,
): string[] {
  const zero = 0 as Micros;
  const heard = NOISES.filter(({ id }) => noise[id] > 0);
  return [
    scenarioStep({ do: 'rhythm', id: rhythm, params }, zero, spec),
    ...heard.map(({ id }) => scenarioStep({ do: 'noise', id, level: noise[id] }, zero, undefined)),
  ];
}

function action(command: SimulatorCommand, rhythm: RhythmSpec | undefined): string {
  switch (command.do) {
    case 'rhythm':
      return `rhythm: ${map([`kind: ${command.id}`, ...withUnits(command.params ?? {}, rhythm)])}`;
    case 'set':
      return `set: ${map(withUnits(command.params, rhythm))}`;
    case 'noise':
      return `noise: { kind: ${command.id}, level: ${plain(command.level)} ${NOISES.find(({ id }) => id === command.id)?.unit} }`;
    case 'electrode':
      return `fault: { kind: ${command.state === 'off' ? 'lead-off' : 'lead-on'}, electrode: ${command.electrode} }`;
    case 'swap':
      return `fault: { kind: swap, electrodes: ${command.electrodes ? `[${command.electrodes.join(', ')}]` : 'none'} }`;
    case 'unplug':
    case 'replug':
      return `${command.do}: {}`;
    case 'mute':
      return command.muted ? 'mute: {}' : 'unmute: {}';
    default:
      return `fault: ${map(faultFields(command.fault))}`;
  }
}

/** Without the dust of binary fractions. */
const plain = (value: number): number => Number(value.toPrecision(12));

const map = (fields: readonly string[]): string => `{ ${fields.join(', ')} }`;

const withUnits = (params: ParamValues, rhythm: RhythmSpec | undefined): string[] =>
  Object.entries(params).map(([id, value]) => {
    const unit = rhythm?.params.find((param) => param.id === id)?.unit ?? '';
    return `${id}: ${plain(value)} ${unit}`.trimEnd();
  });

const faultFields = (fault: LinkFault): string[] => Object.entries(fault).map(([key, value]) => `${key}: ${String(value)}`);
