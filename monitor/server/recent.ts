/** What a page must be told of the past: the heart rate of the last minute, what happened lately, and when each alarm began. */
import type { MonitorEvent } from '../index.ts';
import { type DatedEvent, TREND_SECONDS } from './messages.ts';

const EVENTS_MAX = 40;
const TOLD: ReadonlySet<MonitorEvent['kind']> = new Set(['alarm', 'lead', 'link']);

export interface Recent {
  readonly trend: readonly (number | null)[];
  readonly events: readonly DatedEvent[];
  /** By alarm id: when it came on, while it stands. */
  readonly since: Readonly<Record<string, number>>;
  /** Once a second. */
  rate(bpm: number | null): void;
  event(dated: DatedEvent): void;
}

export function createRecent(): Recent {
  const trend: (number | null)[] = [];
  const events: DatedEvent[] = [];
  const since: Record<string, number> = {};
  return {
    trend,
    events,
    since,
    rate(bpm) {
      trend.push(bpm);
      if (trend.length > TREND_SECONDS) trend.shift();
    },
    event(dated) {
      const { event } = dated;
      if (event.kind === 'alarm') {
        if (event.state === 'off') delete since[event.id];
        else since[event.id] ??= dated.at;
      }
      if (!TOLD.has(event.kind)) return;
      events.push(dated);
      if (events.length > EVENTS_MAX) events.shift();
    },
  };
}
