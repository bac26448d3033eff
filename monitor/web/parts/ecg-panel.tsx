import { useEffect, useMemo, useRef } from 'react';
import { createEcgView, type EcgChoice, type EcgView } from '../ecg/ecg-view.ts';
import { leadNotes } from '../ecg/lead-notes.ts';
import { clockTime } from '../live/names.ts';
import type { Settings } from '../live/settings.ts';
import { useFeed, useLive } from '../live/use-feed.ts';
import { NoSignal } from './no-signal.tsx';
import { ScaleLine } from './scale-line.tsx';
import { TraceCanvas } from './trace-canvas.tsx';

const NONE: readonly string[] = [];

interface Props {
  readonly settings: Settings;
  /** When the picture was frozen, or null while it moves. */
  readonly frozenAt: Date | null;
}

/** The traces, what covers them when they are old, and the scale they are drawn to. */
export function EcgPanel({ settings, frozenAt }: Props) {
  const feed = useFeed();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<EcgView>(null);
  const electrodesOff = useLive(
    (state) => state.status?.electrodesOff ?? NONE,
    (a, b) => a.join() === b.join(),
  );
  const spans = useLive((state) => state.spans);
  const notes = useMemo(() => leadNotes(electrodesOff), [electrodesOff]);
  const choice: EcgChoice = { ...settings, isFrozen: frozenAt !== null, notes, spans };
  const latest = useRef(choice);

  useEffect(() => {
    if (!canvas.current) return undefined;
    const ecg = createEcgView(canvas.current, latest.current);
    view.current = ecg;
    const stop = feed.onWaves((frames) => ecg.push(frames));
    return () => {
      stop();
      ecg.close();
      view.current = null;
    };
  }, [feed]);

  useEffect(() => {
    latest.current = choice;
    view.current?.show(choice);
  });

  return (
    <figure className="ecg" id="trace" tabIndex={-1}>
      <TraceCanvas canvas={canvas} settings={settings} notes={notes} />
      {frozenAt && (
        <p className="frozen badge">
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M1 0h3v10H1zM6 0h3v10H6z" fill="currentColor" />
          </svg>
          Frozen at {clockTime(frozenAt)}
        </p>
      )}
      <NoSignal />
      <ScaleLine settings={settings} />
    </figure>
  );
}
