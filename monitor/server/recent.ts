/** What a page that has just come must be told of the past, so that it need not wait for its picture. */
import type { AlarmState, MonitorEvent } from '../index.ts';
import { type DatedEvent, TREND_SECONDS } from './messages.ts';

const LISTED_MAX = 40;
/** Messages of 40 ms: 12 s, enough for the widest sweep at 25 mm/s. */
const WAVES_MAX = 300;
/** As long as the page counts beats. */
const BEATS_S = 60;
const LISTED: ReadonlySet<MonitorEvent['kind']> = new Set(['alarm', 'link']);

export interface Recent {
  readonly trend: readonly (number | null)[];
  /** What happened lately, oldest first, the beats of the last minute, and the newest word on rhythms and measurements. */
  readonly events: readonly DatedEvent[];
  /** By alarm id: when it came on, while it stands. */
  readonly since: Readonly<Record<string, number>>;
  /** The waveform frames of the last seconds in one message. */
  readonly waves: Uint8Array;
  /** Once a second. */
  rate(bpm: number | null): void;
  wave(frames: Uint8Array): void;
  event(dated: DatedEvent): void;
}

export function createRecent(): Recent {
  const trend: (number | null)[] = [];
  const listed: DatedEvent[] = [];
  let beats: DatedEvent[] = [];
  const standing = new Map<string, DatedEvent>();
  const since: Record<string, number> = {};
  const waves: Uint8Array[] = [];
  const states = new Map<string, AlarmState>();
  return {
    trend,
    get events() {
      return [...listed, ...beats, ...standing.values()];
    },
    since,
    get waves() {
      return Buffer.concat(waves);
    },
    rate(bpm) {
      trend.push(bpm);
      if (trend.length > TREND_SECONDS) trend.shift();
    },
    wave(frames) {
      waves.push(frames);
      if (waves.length > WAVES_MAX) waves.shift();
    },
    event(dated) {
      const { event } = dated;
      if (event.kind === 'alarm') {
        const isNew = event.state === 'on' && states.get(event.id) !== 'on';
        states.set(event.id, event.state);
        if (isNew) since[event.id] = dated.at;
        if (event.state === 'off') delete since[event.id];
      }
      if (event.kind === 'beat' && event.state === 'final') {
        beats = [...beats.filter((old) => old.event.t > event.t - BEATS_S), dated];
      }
      const key = standingKey(event);
      if (key !== undefined) standing.set(key, dated);
      if (!LISTED.has(event.kind)) return;
      listed.push(dated);
      if (listed.length > LISTED_MAX) listed.shift();
    },
  };
}

/** What a later event of the same key makes obsolete. */
function standingKey(event: MonitorEvent): string | undefined {
  switch (event.kind) {
    case 'rhythm':
      return `rhythm ${event.id}`;
    case 'measure':
      return `measure ${event.name} ${event.lead ?? ''}`;
    default:
      return undefined;
  }
}
