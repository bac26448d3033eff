import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import type { SimulatorCommand } from '../../contract.ts';
import type { TruthEvent } from '../../truth.ts';
import {
  type ClientEvents,
  type CommandAnswer,
  type ConsoleFacts,
  type JournalEntry,
  type ServerEvents,
  SOCKET_PATH,
  STRIP_SECONDS,
  type Status,
} from '../messages.ts';
import { createSignal, type Signal } from './signal.ts';

/** Everything the page shows but the waves. A new object whenever something changed. */
export interface View {
  readonly connection: 'connecting' | 'live' | 'lost';
  readonly facts: ConsoleFacts | null;
  readonly status: Status | null;
  readonly journal: readonly JournalEntry[];
  readonly truth: readonly TruthEvent[];
  /** The last command that was refused, in the simulator's words. */
  readonly refusal: string | null;
}

export interface ConsoleClient {
  readonly view: View;
  readonly subscribe: (listener: () => void) => () => void;
  readonly signal: Signal | null;
  /** Calls back when the signal has grown. */
  onWave(listener: () => void): () => void;
  send(command: SimulatorCommand): void;
}

const JOURNAL_MAX = 500;
const CHANGES_MAX = 500;
const BEATS_KEPT_US = (STRIP_SECONDS + 5) * 1e6;
const ANSWER_MS_MAX = 3000;
const NO_ANSWER = 'the simulator does not answer: is it still running?';

const isMoment = (event: TruthEvent): boolean => event.kind === 'beat' || event.kind === 'atrial' || event.kind === 'pacer';

function trimmed(truth: readonly TruthEvent[]): readonly TruthEvent[] {
  const since = (truth.findLast(isMoment)?.at ?? 0) - BEATS_KEPT_US;
  const changes = truth.filter((event) => !isMoment(event)).slice(-CHANGES_MAX);
  return [...changes, ...truth.filter((event) => isMoment(event) && event.at >= since)];
}

export function createConsoleClient(): ConsoleClient {
  const socket: Socket<ServerEvents, ClientEvents> = io({ path: SOCKET_PATH, parser, transports: ['websocket'] });
  const listeners = new Set<() => void>();
  const waveListeners = new Set<() => void>();
  let view: View = { connection: 'connecting', facts: null, status: null, journal: [], truth: [], refusal: null };
  let signal: Signal | null = null;

  function change(part: Partial<View>): void {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
  }

  function tellWave(): void {
    for (const listener of waveListeners) listener();
  }

  socket.on('hello', ({ facts, status, journal, truth }) => {
    signal = createSignal(facts.profile.sampleRate);
    change({ connection: 'live', facts, status, journal, truth });
  });
  socket.on('status', (status) => {
    change({ status });
    // Without power there are no waves: time goes on, and the paper stays blank.
    if (status.state.plugged || !signal) return;
    signal.silentUntil(status.state.at);
    tellWave();
  });
  socket.on('truth', (events) => change({ truth: trimmed([...view.truth, ...events]) }));
  socket.on('journal', (entry) => {
    const journal = [...view.journal.filter((old) => old.n !== entry.n), entry].toSorted((a, b) => a.n - b.n).slice(-JOURNAL_MAX);
    change({ journal });
  });
  socket.on('wave', (at, frames) => {
    // Bytes arrive as an ArrayBuffer in a browser.
    signal?.push(at, new Uint8Array(frames));
    tellWave();
  });
  socket.on('disconnect', () => change({ connection: 'lost' }));

  function send(command: SimulatorCommand): void {
    // Nothing is kept for later: a command that arrives by surprise is worse than none.
    if (!socket.connected) return change({ refusal: NO_ANSWER });
    socket.timeout(ANSWER_MS_MAX).emit('command', command, (error: Error | null, answer?: CommandAnswer) => {
      if (error || !answer) change({ refusal: NO_ANSWER });
      else change({ refusal: answer.ok ? null : answer.error });
    });
  }

  return {
    get view() {
      return view;
    },
    get signal() {
      return signal;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onWave: (listener) => {
      waveListeners.add(listener);
      return () => void waveListeners.delete(listener);
    },
    send,
  };
}
