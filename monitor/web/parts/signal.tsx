import { wholeNumber } from '../live/names.ts';
import { useLive } from '../live/use-feed.ts';

/** What the wire has carried and what it has lost. */
export function Signal() {
  const status = useLive((state) => state.status);
  if (!status) return null;
  const rows: readonly (readonly [string, string])[] = [
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
