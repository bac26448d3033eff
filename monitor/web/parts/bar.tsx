import { useEffect, useState } from 'react';
import type { ShapeName } from '../../../look/index.ts';
import { type ConnectionView, connectionOf } from '../live/live-state.ts';
import { clockTime, wholeNumber } from '../live/names.ts';
import { isShallowEqual, useLive } from '../live/use-feed.ts';
import { Shape } from './shape.tsx';

const SHAPE_OF: Readonly<Record<ConnectionView['state'], ShapeName>> = {
  live: 'pass',
  stale: 'stale',
  reconnecting: 'retry',
  offline: 'offline',
};

/** Who, how well we are connected, and when. */
export function Bar() {
  const { patient, simulated } = useLive((state) => ({ patient: state.patient, simulated: state.simulated }), isShallowEqual);
  return (
    <header className="bar">
      <div className="mark">
        <svg
          width="22"
          height="22"
          viewBox="0 0 22 22"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M19.4 9A8.6 8.6 0 1 0 19.4 13" />
          <path d="M6 12h2.4l1.6-4.6 2.4 7.6 1.7-4.4.6 1.4H21" />
        </svg>
        <span>Heartloop</span>
      </div>
      <span className="rule" />
      <div className="patient">
        <h1>{patient?.name ?? (simulated ? 'Simulated patient' : 'No patient named')}</h1>
        <p>
          {patient?.detail}
          {patient?.detail && patient.id && ' · '}
          {patient?.id && (
            <>
              ID <span className="mono">{patient.id}</span>
            </>
          )}
        </p>
      </div>
      {simulated && <b className="badge simulated">SIMULATED</b>}
      <span className="grow" />
      <Connection />
      <span className="rule" />
      <Clock />
    </header>
  );
}

function Connection() {
  const { state, word, sentence } = useLive(connectionOf, isShallowEqual);
  const facts = useLive(
    ({ status }) => ({ path: status?.path, rate: status?.sampleRate, gaps: status?.gaps, lost: status?.framesLost }),
    isShallowEqual,
  );
  return (
    <div className="link">
      <b role="status" data-testid="connection" data-state={state} title={sentence}>
        <Shape name={SHAPE_OF[state]} size={14} />
        {word}
      </b>
      {facts.path !== undefined && (
        <span className="facts">
          <span>
            · <span className="mono">{facts.path}</span>
          </span>
          {facts.rate ? <span> · {facts.rate} Hz</span> : null}
          <span>
            {' '}
            · {wholeNumber(facts.gaps ?? 0)} {facts.gaps === 1 ? 'gap' : 'gaps'}
          </span>
        </span>
      )}
    </div>
  );
}

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 250);
    return () => clearInterval(timer);
  }, []);
  const text = clockTime(now);
  return (
    <time className="clock" dateTime={text}>
      {text}
    </time>
  );
}
