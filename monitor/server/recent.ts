/** What a page that has just connected must be told of the past: the heart rate of the last minute, and what happened lately. */
import type { MonitorEvent } from '../index.ts';
import { type DatedEvent, TREND_SECONDS } from './messages.ts';

const EVENTS_MAX = 40;
const TOLD: ReadonlySet<MonitorEvent['kind']> = new Set(['alarm', 'lead', 'link']);

export interface Recent {
  readonly trend: readonly (number | null)[];
  readonly events: readonly DatedEvent[];
  /** Once a second. */
  rate(bpm: number | null): void;
  event(dated: DatedEvent): void;
}

export function createRecent(): Recent {
  const trend: (number | null)[] = [];
  const events: DatedEvent[] = [];
  return {
    trend,
    events,
    rate(bpm) {
      trend.push(bpm);
      if (trend.length > TREND_SECONDS) trend.shift();
    },
    event(dated) {
      if (!TOLD.has(dated.event.kind)) return;
      events.push(dated);
      if (events.length > EVENTS_MAX) events.shift();
    },
  };
}
