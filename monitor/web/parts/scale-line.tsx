import { useEffect, useRef, useState } from 'react';
import { cssPxPerMm } from '../ecg/ecg-view.ts';
import { BANDS, NOTCHES } from '../live/names.ts';
import type { Settings } from '../live/settings.ts';
import { useLive } from '../live/use-feed.ts';

/** One second to scale, and in words what the paper and the filters are. */
export function ScaleLine({ settings }: { settings: Settings }) {
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
