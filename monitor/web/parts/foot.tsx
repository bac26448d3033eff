import { GAINS_MM_PER_MV, LAYOUTS, SPEEDS_MM_PER_S } from '../../../look/index.ts';
import type { Settings } from '../live/settings.ts';
import { Choice } from './choice.tsx';
import { Filters } from './filters.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

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
