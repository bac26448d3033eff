import { wholeNumber } from '../live/names.ts';
import { useLive } from '../live/use-feed.ts';

/** What the wire has carried and what it has lost. */
export function Signal() {
  const status = useLive((state) => state.status);
  if (!status) return null;
  const facts: readonly (readonly [string, number])[] = [
    ['Frames', status.framesDecoded],
    ['Lost', status.framesLost],
    ['Bad checksums', status.checksumErrors],
  ];
  return (
    <section className="block" aria-labelledby="h-sig">
      <div className="head">
        <h2 id="h-sig">Signal</h2>
        <p className="muted">{status.protocol}</p>
      </div>
      <dl className="facts-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="label">{name}</dt>
            <dd>{wholeNumber(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
