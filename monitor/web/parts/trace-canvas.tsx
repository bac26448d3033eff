import type { RefObject } from 'react';
import { isWithoutSignal, shownRate } from '../live/live-state.ts';
import type { Settings } from '../live/settings.ts';
import { useLive } from '../live/use-feed.ts';
import { useSlowly } from '../live/use-slowly.ts';

const SPOKEN_MS = 10_000;

interface Props {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly settings: Settings;
  readonly notes: Readonly<Record<string, string>>;
}

/** The traces as a picture, and the picture in words for those who do not see it. */
export function TraceCanvas({ canvas, settings, notes }: Props) {
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
