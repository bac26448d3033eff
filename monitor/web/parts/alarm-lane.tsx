import type { AlarmEvent } from '../../index.ts';
import { inOrder } from '../live/alarm-order.ts';
import { isSilent } from '../live/live-state.ts';
import { ALARM_NAMES, clockTime, PRIORITY_NAMES, technicalName } from '../live/names.ts';
import { isShallowEqual, useFeed, useLive } from '../live/use-feed.ts';
import { Shape } from './shape.tsx';

const NONE: readonly AlarmEvent[] = [];

/** Physiological alarms left, technical ones right. The lane is there when there is none: quiet is something to be seen, too. */
export function AlarmLane() {
  const { alarms, since, silent } = useLive(
    (state) => ({ alarms: state.status?.alarms ?? NONE, since: state.since, silent: isSilent(state) }),
    isShallowEqual,
  );
  return (
    <section className="alarms" aria-label="Alarms">
      <div role="alert" aria-live="assertive" className="lane" data-testid="alarm-physiological">
        {silent ? (
          <p className="unknown">
            <span className="hatch" />
            Alarms unknown: no word from the monitor
          </p>
        ) : (
          <Physiological alarms={inOrder(alarms, 'physiological')} since={since} />
        )}
      </div>
      <div role="status" className="tech" data-testid="alarm-technical">
        {!silent && <Technical alarms={inOrder(alarms, 'technical')} since={since} />}
      </div>
    </section>
  );
}

interface LaneProps {
  readonly alarms: readonly AlarmEvent[];
  readonly since: Readonly<Record<string, number>>;
}

function Since({ alarm, since }: { alarm: AlarmEvent; since: LaneProps['since'] }) {
  const at = since[alarm.id];
  return at === undefined ? null : <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>;
}

/** The words after the name: what the monitor adds to it, and when it began. */
const detailOf = (alarm: AlarmEvent): string => (alarm.text === ALARM_NAMES[alarm.id] ? '' : alarm.text);

function Physiological({ alarms, since }: LaneProps) {
  const feed = useFeed();
  const [first, ...others] = alarms;
  if (!first) {
    return (
      <p className="quiet">
        <Shape name="pass" size={14} />
        No physiological alarm
      </p>
    );
  }
  const isOver = first.state === 'latched';
  return (
    <div className={`phys ${first.priority} ${first.state}`}>
      <span className="level">
        <Shape name={first.priority} size={18} />
        {PRIORITY_NAMES[first.priority]}
      </span>
      <span className="what">{ALARM_NAMES[first.id]}</span>
      <span className="detail">
        {isOver && <b>over · </b>}
        {detailOf(first)} {detailOf(first) && '·'} <Since alarm={first} since={since} />
      </span>
      {first.state === 'acknowledged' ? (
        <span className="seen">
          <Shape name="pass" size={14} />
          Acknowledged
        </span>
      ) : (
        <button type="button" className="btn" onClick={() => feed.acknowledge(first.id)}>
          Acknowledge
        </button>
      )}
      {others.length > 0 && (
        <span className="more" title={others.map(({ id }) => ALARM_NAMES[id]).join(', ')}>
          <span className="sr">Also: {others.map(({ id }) => ALARM_NAMES[id]).join(', ')}</span>
          <span className={`other ${others[0]!.priority}`} aria-hidden="true">
            <Shape name={others[0]!.priority} size={12} />
            {ALARM_NAMES[others[0]!.id]}
          </span>
          {others.length > 1 && <span aria-hidden="true">+{others.length - 1} more</span>}
        </span>
      )}
    </div>
  );
}

function Technical({ alarms, since }: LaneProps) {
  const [first, ...others] = alarms;
  if (!first) {
    return (
      <span className="quiet">
        <Shape name="pass" size={14} />
        No technical alarm
      </span>
    );
  }
  return (
    <span className={`technical ${first.priority}`}>
      <span className="muted">Technical</span>
      <Shape name={first.priority} size={14} />
      <span className="what">{technicalName(first)}</span>
      <span className="muted">
        since <Since alarm={first} since={since} />
      </span>
      {others.length > 0 && (
        <span className="muted" title={others.map(technicalName).join(', ')}>
          +{others.length} more
        </span>
      )}
    </span>
  );
}
