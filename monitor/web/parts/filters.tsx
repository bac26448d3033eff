import type { DisplayFilter } from '../../index.ts';
import { BANDS, NOTCHES } from '../live/names.ts';
import { useFeed, useLive } from '../live/use-feed.ts';

/** The filters of the drawn traces; they belong to the monitor, so every page sees the same. */
export function Filters() {
  const feed = useFeed();
  const display = useLive((state) => state.status?.display);
  if (!display) return null;
  const set = (change: Partial<DisplayFilter>): void => feed.setDisplay({ ...display, ...change });
  return (
    <fieldset className="set filters">
      <legend>Filters</legend>
      <select
        className="field"
        aria-label="Pass band"
        value={display.band}
        onChange={({ target }) => {
          const chosen = BANDS.find(({ band }) => band === target.value);
          if (chosen) set({ band: chosen.band });
        }}
      >
        {BANDS.map(({ band, name, hertz }) => (
          <option key={band} value={band}>
            {name} {hertz}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label="Mains notch"
        value={String(display.notch)}
        onChange={({ target }) => {
          const chosen = NOTCHES.find(({ notch }) => String(notch) === target.value);
          if (chosen) set({ notch: chosen.notch });
        }}
      >
        {NOTCHES.map(({ notch, name }) => (
          <option key={notch} value={String(notch)}>
            {name}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
