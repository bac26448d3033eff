import { type ReactNode, useEffect } from 'react';
import { AppliedBar } from './applied-bar.tsx';
import { BodyFigure } from './body-figure.tsx';
import { Catalogue } from './catalogue.tsx';
import { Faults } from './faults.tsx';
import { Shape } from './icons.tsx';
import { LinkPanel } from './link-panel.tsx';
import { Noise } from './noise.tsx';
import { Parameters } from './parameters.tsx';
import { PatientNow } from './patient-now.tsx';
import { ScenarioPanel } from './scenario-panel.tsx';
import { StripView } from './strip-view.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import { useCatalogue } from './use-catalogue.ts';
import { useView } from './use-console.ts';

export function App(): ReactNode {
  const rhythms = useCatalogue();
  const { connection, status } = useView();
  const rhythm = rhythms.find(({ id }) => id === status?.state.rhythm);
  const title = rhythm?.title ?? 'Simulator';
  useEffect(() => {
    document.title = `${title} · Simulator console · Heartloop`;
  }, [title]);
  return (
    <div className="app" data-connection={connection}>
      <a className="skip" href="#patient">
        Skip to the patient
      </a>
      <TopBar />
      <Catalogue rhythms={rhythms} />
      <main className="main" id="patient">
        {connection === 'lost' && (
          <p className="lost" role="alert">
            <Shape name="retry" size={14} /> The simulator does not answer. What you see is the last it sent; trying again.
          </p>
        )}
        {status ? (
          <>
            <PatientNow rhythm={rhythm} />
            <AppliedBar />
            <StripView title={title} />
            <Timeline rhythms={rhythms} />
            <div className="under">
              <Parameters rhythm={rhythm} />
              <ScenarioPanel />
            </div>
          </>
        ) : (
          <p className="waiting muted" role="status">
            <Shape name="retry" size={14} /> Looking for the simulator
          </p>
        )}
      </main>
      <aside className="right" aria-label="Body, noise, faults and link">
        <BodyFigure />
        <Noise />
        <Faults />
        <LinkPanel />
      </aside>
    </div>
  );
}
