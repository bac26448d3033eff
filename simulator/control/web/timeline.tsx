import type { CSSProperties, ReactNode } from 'react';
import type { TruthEvent } from '../../truth.ts';
import type { CatalogueRow } from '../messages.ts';
import { clockTime } from './format.ts';
import { Shape } from './icons.tsx';
import { timelineScale } from './timeline-scale.ts';
import { useView } from './use-console.ts';

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isLive: boolean;
}

/** What was played, from the truth, and what was done to body and link. */
export function Timeline({ rhythms }: { rhythms: readonly CatalogueRow[] }): ReactNode {
  const { status, truth, journal } = useView();
  const now = status?.state.at ?? 0;
  const scale = timelineScale(now);
  const share = (us: number): string => `${((us - scale.fromUs) / (scale.toUs - scale.fromUs)) * 100}%`;
  const at = (from: number, to?: number): CSSProperties =>
    ({ '--at': share(Math.max(from, scale.fromUs)), ...(to !== undefined && { '--to': share(to) }) }) as CSSProperties;
  const faults = journal.filter((entry) => entry.group !== 'patient' && entry.requestedAt >= scale.fromUs);
  return (
    <section className="time" aria-labelledby="t-time">
      <div className="head">
        <h2 id="t-time">Timeline</h2>
        <span className="label key">
          <Shape name="fault" size={10} /> fault or noise
        </span>
      </div>
      <ol className="lane">
        {segmentsOf(truth, rhythms, now)
          .filter((segment) => segment.to > scale.fromUs)
          .map((segment) => (
            <li
              key={segment.from}
              className={segment.isLive ? 'seg live' : 'seg'}
              style={at(segment.from, segment.to)}
              title={segment.text}
            >
              <span>{segment.text}</span>
            </li>
          ))}
        {faults.map((entry) => (
          <li
            key={`f${entry.n}`}
            className="mk"
            style={at(entry.requestedAt)}
            title={`${clockTime(entry.requestedAt)} ${entry.what}: ${entry.to}`}
          >
            <Shape name="fault" size={10} />
            <span className="sr">
              {clockTime(entry.requestedAt)} {entry.what}: {entry.to}
            </span>
          </li>
        ))}
        <li className="playhead" style={at(now)}>
          <span className="sr">Now, {clockTime(now)}</span>
        </li>
      </ol>
      <div className="ticks label" aria-hidden="true">
        {scale.ticksUs.map((tick) => (
          <span key={tick} style={at(tick)}>
            {clockTime(tick).slice(0, 5)}
          </span>
        ))}
      </div>
    </section>
  );
}

function segmentsOf(truth: readonly TruthEvent[], rhythms: readonly CatalogueRow[], now: number): Segment[] {
  const changes = truth.filter((event) => event.kind === 'rhythm').filter((event) => event.at <= now);
  return changes.map((event, i) => {
    const next = changes[i + 1];
    const title = rhythms.find((rhythm) => rhythm.id === event.id)?.title ?? event.id;
    const text = event.rate === undefined ? title : `${title} ${event.rate}`;
    return { from: event.at, to: next?.at ?? now, text, isLive: next === undefined };
  });
}
