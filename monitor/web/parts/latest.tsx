import type { AlarmState, LinkStatusEvent } from '../../index.ts';
import type { DatedEvent } from '../../server/messages.ts';
import { ALARM_NAMES, clockTime, LINK_NAMES, technicalName, wholeNumber } from '../live/names.ts';
import { useLive } from '../live/use-feed.ts';
import { Shape } from './shape.tsx';

const LATEST_MAX = 8;

const STATE_WORDS: Readonly<Record<AlarmState, string>> = { on: '', latched: ', over', acknowledged: ', acknowledged', off: ', ended' };

/** How much a gap lost, as exactly as the monitor knows it. */
function lossOf({ event, frames, durationMs }: LinkStatusEvent): string {
  if (event !== 'gap') return '';
  if (frames !== undefined) return `: ${wholeNumber(frames)}`;
  return durationMs === undefined ? '' : `, about ${wholeNumber(durationMs)} ms`;
}

/** What happened, and what became of it. */
function wordsOf({ event }: DatedEvent): readonly [string, string] {
  switch (event.kind) {
    case 'alarm':
      return [event.class === 'technical' ? technicalName(event) : ALARM_NAMES[event.id], STATE_WORDS[event.state]];
    case 'link':
      return [LINK_NAMES[event.event], lossOf(event)];
    default:
      return ['', ''];
  }
}

function LatestItem({ dated }: { dated: DatedEvent }) {
  const [what, then] = wordsOf(dated);
  return (
    <li>
      <time dateTime={new Date(dated.at).toISOString()}>{clockTime(dated.at)}</time>
      {dated.event.kind === 'alarm' && (
        <span className={`tone ${dated.event.priority}`}>
          <Shape name={dated.event.priority} size={10} />
        </span>
      )}
      <span className="said" title={what}>
        {what}
      </span>
      <span className="then">{then}</span>
    </li>
  );
}

/** The newest alarms and what happened to the port, newest first. */
export function Latest() {
  const recent = useLive((state) => state.recent);
  const latest = recent.slice(-LATEST_MAX).toReversed();
  return (
    <section className="block latest" aria-labelledby="h-ev">
      <h2 id="h-ev">Latest</h2>
      {latest.length === 0 ? (
        <p className="muted">Nothing yet. Alarms and what happens to the port will show here.</p>
      ) : (
        <ol>
          {latest.map((dated) => (
            <LatestItem key={`${dated.at} ${dated.event.t} ${wordsOf(dated).join('')}`} dated={dated} />
          ))}
        </ol>
      )}
    </section>
  );
}
