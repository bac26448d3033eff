import { SENSED_ELECTRODES } from '../../../firmware-protocol/index.ts';
import type { AlarmState, LinkStatusEvent, MeasureEvent } from '../../index.ts';
import type { DatedEvent } from '../../server/messages.ts';
import { connectionOf } from '../live/live-state.ts';
import { ALARM_NAMES, clockTime, LINK_NAMES, technicalName, wholeNumber } from '../live/names.ts';
import { useLive } from '../live/use-feed.ts';
import { HeartRate } from './heart-rate.tsx';
import { Rhythm } from './rhythm.tsx';
import { Shape } from './shape.tsx';

/** What is known, and nothing else: a block appears with its first value. */
export function Vitals() {
  return (
    <aside className="vitals" aria-label="Vital signs">
      <HeartRate />
      <Rhythm />
      <Measures />
      <Electrodes />
      <Signal />
      <Latest />
    </aside>
  );
}

const labelOf = ({ name, lead }: MeasureEvent): string => (lead ? `${name} ${lead}` : name);

function Measures() {
  const measures = useLive((state) => state.measures);
  if (measures.length === 0) return null;
  return (
    <section className="block" aria-label="Measurements">
      <dl className="numbers">
        {measures.map((measure) => (
          <div key={labelOf(measure)}>
            <dt className="label" title={measure.method}>
              {labelOf(measure)}
            </dt>
            <dd>
              {measure.value ?? '--'} <small>{measure.unit}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const NONE: readonly string[] = [];

function Electrodes() {
  const off = useLive(
    (state) => state.status?.electrodesOff ?? NONE,
    (a, b) => a.join() === b.join(),
  );
  const isLive = useLive((state) => connectionOf(state).state === 'live');
  const on = SENSED_ELECTRODES.length - off.length;
  return (
    <section className="block" aria-labelledby="h-el">
      <div className="head">
        <h2 id="h-el">Electrodes</h2>
        <p className="muted">{isLive ? `${on} of ${SENSED_ELECTRODES.length} on` : 'unknown'}</p>
      </div>
      <ul className="electrodes">
        {SENSED_ELECTRODES.map((electrode) => {
          const state = !isLive ? 'unknown' : off.includes(electrode) ? 'off' : 'on';
          return (
            <li key={electrode} className={state}>
              {electrode}
              <span className="sr"> {state}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Signal() {
  const status = useLive((state) => state.status);
  const source = useLive((state) => state.rateSource);
  if (!status) return null;
  const rows: readonly (readonly [string, string])[] = [
    ...(source ? [['Heart rate from', source] as const] : []),
    ['Protocol', status.protocol],
    ['Frames', wholeNumber(status.framesDecoded)],
    ['Lost', wholeNumber(status.framesLost)],
    ['Checksum errors', wholeNumber(status.checksumErrors)],
  ];
  return (
    <section className="block" aria-labelledby="h-sig">
      <h2 id="h-sig">Signal</h2>
      <dl className="facts-list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const LATEST_MAX = 8;

const STATE_WORDS: Readonly<Record<AlarmState, string>> = { on: '', latched: ', over', acknowledged: ', acknowledged', off: ', ended' };

/** How much a gap lost, as exactly as the monitor knows it. */
function lossOf({ event, frames, durationMs }: LinkStatusEvent): string {
  if (event !== 'gap') return '';
  if (frames !== undefined) return `: ${wholeNumber(frames)}`;
  return durationMs === undefined ? '' : `, about ${wholeNumber(durationMs)} ms`;
}

function sentenceOf({ event }: DatedEvent): string {
  switch (event.kind) {
    case 'alarm': {
      const name = event.class === 'technical' ? technicalName(event) : ALARM_NAMES[event.id];
      return name + STATE_WORDS[event.state];
    }
    case 'link':
      return LINK_NAMES[event.event] + lossOf(event);
    default:
      return '';
  }
}

function Latest() {
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
            <li key={`${dated.at} ${dated.event.kind} ${dated.event.t} ${sentenceOf(dated)}`}>
              <time dateTime={new Date(dated.at).toISOString()}>{clockTime(dated.at)}</time>
              {dated.event.kind === 'alarm' && (
                <span className={`tone ${dated.event.priority}`}>
                  <Shape name={dated.event.priority} size={10} />
                </span>
              )}
              <span className="said">{sentenceOf(dated)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
