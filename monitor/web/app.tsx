import { useState } from 'react';
import { keepSettings, readSettings, type Settings } from './live/settings.ts';
import { AlarmLane } from './parts/alarm-lane.tsx';
import { Bar } from './parts/bar.tsx';
import { EcgPanel } from './parts/ecg-panel.tsx';
import { Foot } from './parts/foot.tsx';
import { TraceBoundary } from './parts/trace-boundary.tsx';
import { Vitals } from './parts/vitals.tsx';

/** The live page: who, what is wrong, the traces and the numbers, and how to look at them. */
export function App() {
  const [settings, setSettings] = useState(readSettings);
  const [frozenAt, setFrozenAt] = useState<Date | null>(null);
  const choose = (next: Settings): void => {
    keepSettings(next);
    setSettings(next);
  };
  return (
    <div className="live">
      <a className="skip" href="#trace">
        Skip to the traces
      </a>
      <Bar />
      <AlarmLane />
      <main>
        <TraceBoundary>
          <EcgPanel settings={settings} frozenAt={frozenAt} />
        </TraceBoundary>
        <Vitals />
      </main>
      <Foot settings={settings} onSettings={choose} isFrozen={frozenAt !== null} onFreeze={(on) => setFrozenAt(on ? new Date() : null)} />
    </div>
  );
}
