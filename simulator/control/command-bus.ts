import { type Cancel, createListeners } from '../../kernel/index.ts';
import type { RhythmSpec, Simulator, SimulatorCommand, SimulatorState } from '../contract.ts';
import { changeOf } from './change.ts';
import { createCommandReader } from './command-reader.ts';
import type { JournalEntry } from './messages.ts';
import { scenarioStep, startSteps } from './scenario-step.ts';
import { overtakes, type Sign, settles, waitOf } from './settling.ts';

export type Posted = { readonly ok: true; readonly entry: JournalEntry } | { readonly ok: false; readonly because: string };

/** The one way in for console, scripts and tests: reads, applies, keeps the journal and sees each request through to its effect. */
export interface CommandBus {
  /** Anything may come in; what is not a command, or is refused by the simulator, comes back as one sentence. */
  post(input: unknown): Posted;
  /** Steps of a scenario that make the state in which the first command was given; the state now while there was none. */
  readonly start: readonly string[];
  /** The newest JOURNAL_ENTRIES_MAX entries, oldest first. */
  readonly journal: readonly JournalEntry[];
  /** Hears each entry when it is made and again when its status changes. */
  onEntry(listener: (entry: JournalEntry) => void): Cancel;
  close(): void;
}

/** Older entries are forgotten: an operator makes a few a minute. */
const JOURNAL_ENTRIES_MAX = 500;

export function createCommandBus({ simulator, rhythms }: { simulator: Simulator; rhythms: readonly RhythmSpec[] }): CommandBus {
  const read = createCommandReader(rhythms);
  const byId = new Map(rhythms.map((rhythm) => [rhythm.id, rhythm]));
  const listeners = createListeners<[JournalEntry]>();
  const journal: JournalEntry[] = [];
  let count = 0;
  let start: readonly string[] | undefined;

  const startFrom = (state: SimulatorState): readonly string[] => startSteps(state, byId.get(state.rhythm));

  function keep(entry: JournalEntry): void {
    const place = journal.findIndex((old) => old.n === entry.n);
    if (place >= 0) journal[place] = entry;
    else journal.push(entry);
    if (journal.length > JOURNAL_ENTRIES_MAX) journal.shift();
    listeners.tell(entry);
  }

  const open = (): JournalEntry[] => journal.filter((entry) => entry.status === 'pending');

  function settle(sign: Sign): void {
    for (const entry of open()) {
      if (!settles(sign, entry)) continue;
      keep({ ...entry, status: 'applied', appliedAt: sign.event.at });
      if (sign.kind === 'fault') return; // one fault ends one request, the oldest
    }
  }

  const cancels = [
    simulator.onTruth((event) => settle({ kind: 'truth', event })),
    simulator.onFault((event) => settle({ kind: 'fault', event })),
  ];

  function refusalOf(command: SimulatorCommand): string | undefined {
    try {
      simulator.command(command);
      return undefined;
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      throw error;
    }
  }

  function post(input: unknown): Posted {
    const before = simulator.state;
    const got = read(input, before.rhythm);
    if (!got.ok) return got;
    const { command } = got;
    const because = refusalOf(command);
    if (because !== undefined) return { ok: false, because };
    // The simulator first catches up with its clock: only now is it known where in the signal the command fell.
    const { at } = simulator.state;
    const spec = byId.get(command.do === 'rhythm' ? command.id : before.rhythm);
    const waitsFor = waitOf(command, spec);
    for (const older of open()) if (overtakes(command, older.command)) keep({ ...older, status: 'replaced' });
    start ??= startFrom(before);
    count += 1;
    const entry: JournalEntry = {
      n: count,
      command,
      ...changeOf(command, before, rhythms),
      requestedAt: at,
      appliedAt: waitsFor ? null : at,
      waitsFor,
      status: waitsFor ? 'pending' : 'applied',
      yaml: scenarioStep(command, at, spec),
    };
    keep(entry);
    return { ok: true, entry };
  }

  return {
    post,
    journal,
    get start() {
      return start ?? startFrom(simulator.state);
    },
    onEntry: listeners.add,
    close() {
      for (const cancel of cancels) cancel();
      listeners.clear();
    },
  };
}
