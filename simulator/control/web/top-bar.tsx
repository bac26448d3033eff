import { type ReactNode, useSyncExternalStore } from 'react';
import { chooseTheme, currentTheme, onThemeChange } from '../../../look/index.ts';
import { activeFaults } from './active-faults.ts';
import { clockTime } from './format.ts';
import { Line, Shape } from './icons.tsx';
import { useView } from './use-console.ts';

export function TopBar(): ReactNode {
  const { facts, status } = useView();
  const faults = status ? activeFaults(status.state) : [];
  return (
    <header className="bar">
      <p className="brand">
        <Line name="pulse" size={22} />
        Heartloop <span className="muted">Simulator console</span>
      </p>
      <strong className="badge simulated">SIMULATED</strong>
      {facts && (
        <dl className="facts">
          <Fact name="Device" value={facts.device} />
          <Fact name="Profile" value={facts.profile.id} />
          <Fact name="Seed" value={String(facts.seed)} />
        </dl>
      )}
      {faults.length > 0 && (
        <p className="badge low active-faults">
          <Shape name="fault" />
          {faults.length === 1 ? '1 fault' : `${faults.length} faults`} active: {faults.join(', ')}
        </p>
      )}
      <p className="clock">
        <span className="label">Signal time</span>
        <b>{status ? clockTime(status.state.at) : '--:--'}</b>
      </p>
      {facts?.monitorUrl && (
        <a className="btn" href={facts.monitorUrl} target="heartloop-monitor">
          Open monitor
        </a>
      )}
      <ThemeSwitch />
    </header>
  );
}

function Fact({ name, value }: { name: string; value: string }): ReactNode {
  return (
    <div>
      <dt className="muted">{name}</dt>
      <dd className="mono">{value}</dd>
    </div>
  );
}

function ThemeSwitch(): ReactNode {
  const theme = useSyncExternalStore(onThemeChange, currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="btn icon" aria-label={`Switch to the ${other} theme`} onClick={() => chooseTheme(other)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
      </svg>
    </button>
  );
}
