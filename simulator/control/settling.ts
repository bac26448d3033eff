import type { FaultEvent, LinkFault, RhythmSpec, SimulatorCommand } from '../contract.ts';
import type { TruthEvent } from '../truth.ts';
import type { JournalEntry } from './messages.ts';

/** What can end the wait of a request: something the patient did, or a fault that took effect. */
export type Sign = { readonly kind: 'truth'; readonly event: TruthEvent } | { readonly kind: 'fault'; readonly event: FaultEvent };

/**
 * What a command waits for before it can be seen: a new rhythm and a new rate for the heart, damage for the next frame. Everything else
 * is in force when the simulator returns. `rhythm` is the one the command meets.
 */
export function waitOf(command: SimulatorCommand, rhythm: RhythmSpec | undefined): JournalEntry['waitsFor'] {
  if (command.do === 'rhythm') return 'beat';
  // A heart without a rate has no beat to wait for: its settings act on the running wave.
  if (command.do === 'set') return rhythm?.params.some((param) => param.id === 'rate') ? 'beat' : null;
  return command.do === 'fault' && command.fault.kind !== 'constant' ? 'frame' : null;
}

/** Whether this sign is the one the entry waits for. */
export function settles(sign: Sign, { command, requestedAt }: JournalEntry): boolean {
  if (sign.event.at < requestedAt) return false;
  if (sign.kind === 'fault') return command.do === 'fault' && isSameFault(sign.event.fault, command.fault);
  if (command.do === 'rhythm') return sign.event.kind === 'rhythm' && sign.event.id === command.id;
  return command.do === 'set' && sign.event.kind === 'beat';
}

const isSameFault = (a: LinkFault, b: LinkFault): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A new rhythm ends every open request to the patient; a setting ends open requests for the same settings. */
export function overtakes(newer: SimulatorCommand, older: SimulatorCommand): boolean {
  if (newer.do === 'rhythm') return older.do === 'rhythm' || older.do === 'set';
  return newer.do === 'set' && older.do === 'set' && Object.keys(older.params).every((id) => id in newer.params);
}
