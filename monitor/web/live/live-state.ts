/** What the page knows, as a value. Pure: each message and each look at the clock makes a new one. */
import type { AlarmEvent, AlarmId, BeatEvent, MeasureEvent, MonitorStatus, Priority, RhythmEvent } from '../../index.ts';
import { type DatedEvent, type Hello, type PatientLabel, type StatusMessage, TREND_SECONDS } from '../../server/messages.ts';
import { withBeat } from './beats.ts';

/** An alarm's stretch of the stream, in seconds since the first sample. */
export interface AlarmSpan {
  readonly id: AlarmId;
  readonly fromS: number;
  readonly toS?: number;
  readonly priority: Priority;
}

export interface LiveState {
  /** Of this page to the server. */
  readonly isConnected: boolean;
  /** When the server was last heard of, and when samples last came, on the page's clock in ms. */
  readonly heardAt: number;
  readonly wavesAt: number;
  /** The page's clock at the last look at it. */
  readonly now: number;
  readonly patient: PatientLabel | null;
  readonly simulated: boolean;
  readonly status: MonitorStatus | null;
  readonly since: Readonly<Record<string, number>>;
  /** One a second, oldest first. */
  readonly trend: readonly (number | null)[];
  readonly recent: readonly DatedEvent[];
  readonly spans: readonly AlarmSpan[];
  /** Of the last minute, oldest first. */
  readonly beats: readonly BeatEvent[];
  readonly rhythms: readonly RhythmEvent[];
  readonly measures: readonly MeasureEvent[];
}

const RECENT_MAX = 40;
const SPANS_MAX = 12;
const LISTED: ReadonlySet<string> = new Set(['alarm', 'link']);

export function initialState(now: number): LiveState {
  return {
    isConnected: false,
    heardAt: now,
    wavesAt: Number.NEGATIVE_INFINITY,
    now,
    patient: null,
    simulated: false,
    status: null,
    since: {},
    trend: [],
    recent: [],
    spans: [],
    beats: [],
    rhythms: [],
    measures: [],
  };
}

export function afterHello(state: LiveState, hello: Hello, now: number): LiveState {
  const { patient, simulated, status, since, trend } = hello;
  const fresh = { ...initialState(now), isConnected: true, wavesAt: state.wavesAt, patient, simulated, status, since, trend };
  return hello.recent.reduce(afterEvent, fresh);
}

export const afterStatus = (state: LiveState, { status, since }: StatusMessage, now: number): LiveState => ({
  ...state,
  status,
  since,
  heardAt: now,
  now,
});

/** Once a second: the trend moves on, with a hole where there is no rate to be trusted. */
export function afterSecond(state: LiveState): LiveState {
  const bpm = state.status && !isSilent(state) ? state.status.heartRate : null;
  return { ...state, trend: [...state.trend, bpm].slice(-TREND_SECONDS) };
}

export function afterEvent(state: LiveState, dated: DatedEvent): LiveState {
  const { event } = dated;
  const recent = LISTED.has(event.kind) ? [...state.recent, dated].slice(-RECENT_MAX) : state.recent;
  switch (event.kind) {
    case 'alarm':
      return { ...state, recent, spans: withAlarm(state.spans, event) };
    case 'beat':
      return { ...state, beats: withBeat(state.beats, event) };
    case 'rhythm': {
      const others = state.rhythms.filter(({ id }) => id !== event.id);
      return { ...state, recent, rhythms: event.state === 'on' ? [...others, event] : others };
    }
    case 'measure': {
      const others = state.measures.filter(({ name, lead }) => name !== event.name || lead !== event.lead);
      return { ...state, recent, measures: [...others, event] };
    }
    default:
      return { ...state, recent };
  }
}

function withAlarm(spans: readonly AlarmSpan[], event: AlarmEvent): readonly AlarmSpan[] {
  if (event.class !== 'physiological') return spans;
  const open = spans.find((span) => span.id === event.id && span.toS === undefined);
  const isOver = event.state === 'latched' || event.state === 'off';
  if (open) return isOver ? spans.map((span) => (span === open ? { ...open, toS: event.t } : span)) : spans;
  if (event.state !== 'on') return spans;
  return [...spans, { id: event.id, fromS: event.onset, priority: event.priority }].slice(-SPANS_MAX);
}

/** The server speaks twice a second: this long without a word means that it, or the way to it, is gone. */
const SILENCE_MS = 1500;
const NO_WAVES_MS = 1000;
/** After this long, trying again is no news: it is away. */
const AWAY_MS = 10_000;

export const isSilent = (state: LiveState): boolean => !state.isConnected || state.now - state.heardAt > SILENCE_MS;
/** Nothing to draw: shown over the traces, so that an old picture is not taken for a new one. */
export const isWithoutSignal = (state: LiveState): boolean => isSilent(state) || state.now - state.wavesAt > NO_WAVES_MS;

export interface ConnectionView {
  readonly state: 'live' | 'stale' | 'reconnecting' | 'offline';
  /** One or two words for the bar. */
  readonly word: string;
  /** One sentence that says what is happening and, where it helps, what to do. */
  readonly sentence: string;
}

/** One state for the whole way from the device to the eye: the worst of its parts. */
export function connectionOf(state: LiveState): ConnectionView {
  const { status } = state;
  const silentMs = state.now - state.heardAt;
  if (isSilent(state)) {
    if (silentMs > AWAY_MS)
      return { state: 'offline', word: 'Offline', sentence: 'The monitor does not answer. Check that its program is running.' };
    if (!status) return { state: 'reconnecting', word: 'Connecting', sentence: 'Connecting to the monitor.' };
    if (state.isConnected) return { state: 'stale', word: 'Stale', sentence: 'Nothing from the monitor for more than a second.' };
    return { state: 'reconnecting', word: 'Reconnecting', sentence: 'The connection to the monitor broke. Trying again.' };
  }
  const path = status?.path ?? 'the port';
  switch (status?.connection) {
    case 'live':
      return { state: 'live', word: 'Live', sentence: 'The signal is live.' };
    case 'stale':
      return { state: 'stale', word: 'Stale', sentence: `${path} is open, but nothing has come from the device for more than a second.` };
    case 'offline':
      return { state: 'offline', word: 'Offline', sentence: `${path} is closed, and the monitor is not trying to open it.` };
    default:
      return { state: 'reconnecting', word: 'Reconnecting', sentence: `${path} is not there, or does not open. The monitor keeps trying.` };
  }
}

/** Beats per minute, or null whenever it cannot be vouched for. */
export const shownRate = (state: LiveState): number | null =>
  connectionOf(state).state === 'live' ? (state.status?.heartRate ?? null) : null;
