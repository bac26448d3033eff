import { ALARM_NAMES } from '../live/names.ts';
import { useLive } from '../live/use-feed.ts';

const nameOf = (id: string): string =>
  (ALARM_NAMES as Readonly<Record<string, string>>)[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** What the monitor says the rhythm is. It is not there while the monitor says nothing: a guess would be worse. */
export function Rhythm() {
  const rhythms = useLive((state) => state.rhythms);
  if (rhythms.length === 0) return null;
  return (
    <section className="block rhythm" aria-labelledby="h-rh">
      <h2 id="h-rh">Rhythm</h2>
      <p>{rhythms.map(({ id }) => nameOf(id)).join(', ')}</p>
    </section>
  );
}
