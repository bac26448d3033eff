import { SENSED_ELECTRODES } from '../../../firmware-protocol/index.ts';
import { connectionOf } from '../live/live-state.ts';
import { useLive } from '../live/use-feed.ts';

const NONE: readonly string[] = [];

/** Each electrode with a connection bit: on, off, or unknown while the signal is not live. */
export function Electrodes() {
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
