import { useEffect, useMemo, useRef, useState } from 'react';
import { createEcgView, cssPxPerMm, type EcgChoice, type EcgView } from '../ecg/ecg-view.ts';
import { leadNotes } from '../ecg/lead-notes.ts';
import { connectionOf, isWithoutSignal, shownRate } from '../live/live-state.ts';
import { BANDS, clockTime, NOTCHES } from '../live/names.ts';
import type { Settings } from '../live/settings.ts';
import { isShallowEqual, useFeed, useLive } from '../live/use-feed.ts';
import { useSlowly } from '../live/use-slowly.ts';
import { Shape } from './shape.tsx';

const NONE: readonly string[] = [];
const SPOKEN_MS = 10_000;

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

function TraceCanvas({
  canvas,
  settings,
  notes,
}: {
  canvas: React.RefObject<HTMLCanvasElement | null>;
  settings: Settings;
  notes: object;
}) {
  const isOld = useLive(isWithoutSignal);
  const rate = useLive(shownRate);
  const problems = Object.entries(notes).map(([lead, note]) => `${lead}: ${note}`);
  const text = [
    `Twelve-lead electrocardiogram, ${settings.speedMmPerS} mm per second, ${settings.gainMmPerMv} mm per millivolt.`,
    isOld ? 'No signal.' : `Heart rate ${rate === null ? 'not available' : `${rate} per minute`}.`,
    problems.length > 0 ? `Blank leads: ${problems.join(', ')}.` : isOld ? '' : 'All leads connected.',
  ].join(' ');
  return <canvas ref={canvas} role="img" aria-label={useSlowly(text, SPOKEN_MS)} data-testid="ecg-canvas" data-old={isOld || undefined} />;
}

/** Over traces that have stopped: an old picture must not be taken for a new one. */
function NoSignal() {
  const isOld = useLive(isWithoutSignal);
  const { state, sentence } = useLive(connectionOf, isShallowEqual);
  const wavesAt = useLive((live) => live.wavesAt);
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    setSince(isOld && Number.isFinite(wavesAt) ? Date.now() - (performance.now() - wavesAt) : null);
  }, [isOld, wavesAt]);
  if (!isOld) return null;
  return (
    <div className="no-signal" role="status" data-testid="no-signal">
      <p className="title">
        <Shape name={state === 'offline' ? 'offline' : state === 'reconnecting' ? 'retry' : 'stale'} size={20} />
        No signal
        {since !== null && <time dateTime={new Date(since).toISOString()}>since {clockTime(since)}</time>}
      </p>
      <p>{state === 'live' ? 'No samples have come for more than a second.' : sentence}</p>
    </div>
  );
}

/** One second to scale, and in words what the paper and the filters are. */
function ScaleLine({ settings }: { settings: Settings }) {
  const box = useRef<HTMLElement>(null);
  const [mm, setMm] = useState(4);
  const simulated = useLive((state) => state.simulated);
  const display = useLive((state) => state.status?.display);
  useEffect(() => {
    const figure = box.current?.parentElement;
    if (!figure) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const css = entry ? cssPxPerMm(entry.contentRect.width, entry.contentRect.height) : 4;
      setMm(Math.round(css * devicePixelRatio) / devicePixelRatio);
    });
    observer.observe(figure);
    return () => observer.disconnect();
  }, []);
  const width = settings.speedMmPerS * mm;
  const band = BANDS.find((item) => item.band === display?.band);
  const notch = NOTCHES.find((item) => item.notch === display?.notch);
  return (
    <figcaption className="scale" ref={box}>
      <svg width={width + 1} height="9" viewBox={`0 0 ${width + 1} 9`} fill="none" stroke="currentColor" aria-hidden="true">
        <path d={`M.5 0v9M.5 4.5H${width + 0.5}M${width + 0.5} 0v9`} />
      </svg>
      <span>1 s</span>
      <span>{settings.speedMmPerS} mm/s</span>
      <span>{settings.gainMmPerMv} mm/mV</span>
      {band && <span>{band.hertz}</span>}
      {notch && <span>{notch.name}</span>}
      <span className="note">{simulated ? 'Simulated signal, not for clinical use' : 'Test bench, not for clinical use'}</span>
    </figcaption>
  );
}
