/** Names that are fixed for scripts but whose work is not in this version: asking for one gives a sentence, not a riddle. */
import { type Command, Option } from 'commander';
import { usage } from './exit.ts';

export const LATER_COMMANDS: ReadonlySet<string> = new Set([
  'score',
  'replay',
  'diff',
  'explore',
  'matrix',
  'cloud',
  'load',
  'fleet',
  'gate',
  'why',
  'evidence',
  'signoff',
  'waive',
  'dashboard',
  'conformance',
  'gallery',
]);

/** Adds an option that only says it is not part of this version, and what to do `instead`. */
export const laterOption = (command: Command, flags: string, instead: string): Command =>
  command.addOption(
    new Option(flags).hideHelp().argParser((value) => {
      throw usage(`${flags.split(' ')[0]} ${value}: not part of this version. ${instead}`);
    }),
  );
