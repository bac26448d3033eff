import { useEffect, useState } from 'react';
import { chooseTheme, currentTheme, GAINS_MM_PER_MV, LAYOUTS, onThemeChange, SPEEDS_MM_PER_S } from '../../../look/index.ts';
import type { DisplayFilter } from '../../index.ts';
import { BANDS, NOTCHES } from '../live/names.ts';
import type { Settings } from '../live/settings.ts';
import { useFeed, useLive } from '../live/use-feed.ts';

interface Props {
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
  readonly isFrozen: boolean;
  readonly onFreeze: (on: boolean) => void;
}

/** Everything that changes the picture, and nothing that changes the patient. */
export function Foot({ settings, onSettings, isFrozen, onFreeze }: Props) {
  return (
    <footer className="foot" aria-label="Display">
      <Choice
        legend="Layout"
        value={settings.layout}
        options={LAYOUTS.map(({ id, name }) => ({ value: id, name }))}
        onChange={(layout) => onSettings({ ...settings, layout })}
      />
      <Choice
        legend="Speed"
        unit="mm/s"
        value={settings.speedMmPerS}
        options={SPEEDS_MM_PER_S.map((value) => ({ value, name: String(value) }))}
        onChange={(speedMmPerS) => onSettings({ ...settings, speedMmPerS })}
      />
      <Choice
        legend="Gain"
        unit="mm/mV"
        value={settings.gainMmPerMv}
        options={GAINS_MM_PER_MV.map((value) => ({ value, name: String(value) }))}
        onChange={(gainMmPerMv) => onSettings({ ...settings, gainMmPerMv })}
      />
      <Filters />
      <div className="actions">
        <button type="button" className="btn" aria-pressed={isFrozen} onClick={() => onFreeze(!isFrozen)}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d={isFrozen ? 'M2 1l9 5-9 5z' : 'M2 1h3v10H2zM7 1h3v10H7z'} fill="currentColor" />
          </svg>
          Freeze
        </button>
        <ThemeSwitch />
      </div>
    </footer>
  );
}

interface ChoiceProps<Value> {
  readonly legend: string;
  readonly unit?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string | number>({ legend, unit, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="set">
      <legend>{legend}</legend>
      <div className="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={legend} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.name}
          </label>
        ))}
      </div>
      {unit && <span>{unit}</span>}
    </fieldset>
  );
}

function Filters() {
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

function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  useEffect(() => onThemeChange(() => setTheme(currentTheme())), []);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="btn icon" aria-label={`Change to the ${other} theme`} onClick={() => chooseTheme(other)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </button>
  );
}
