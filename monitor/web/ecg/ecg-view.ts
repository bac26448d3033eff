/** The live traces on a canvas, from waves to pixels, without a framework. */
import { LEADS } from '../../../firmware-protocol/index.ts';
import {
  createSweep,
  LAYOUT_6X2,
  LAYOUTS,
  type Mark,
  onThemeChange,
  readPalette,
  type Sweep,
  type SweepView,
} from '../../../look/index.ts';
import type { WaveFrame } from '../../server/wave-frame.ts';
import type { AlarmSpan } from '../live/live-state.ts';
import { ALARM_NAMES } from '../live/names.ts';
import type { Settings } from '../live/settings.ts';
import { createLeadPlanes } from './lead-planes.ts';

export interface EcgChoice extends Settings {
  readonly isFrozen: boolean;
  readonly notes: Readonly<Record<string, string>>;
  readonly spans: readonly AlarmSpan[];
}

export interface EcgView {
  push(frames: readonly WaveFrame[]): void;
  show(choice: EcgChoice): void;
  close(): void;
}

/** Large enough to read from two metres on a screen, small enough for a phone. */
export function cssPxPerMm(width: number, height: number): number {
  return width < 560 || height < 480 ? 3 : 4;
}

/** After each frame, so that every second one of a 60 Hz screen is drawn: 3 px a step, at half the cost where there is no GPU. */
const REST_MS = 20;

const URGENCY = { high: 0, medium: 1, low: 2 } as const;

const marksOf = (spans: readonly AlarmSpan[], sampleRate: number): Mark[] =>
  spans
    .toSorted((a, b) => URGENCY[a.priority] - URGENCY[b.priority])
    .map(({ id, fromS, toS, priority }) => ({
      from: fromS * sampleRate,
      ...(toS === undefined ? {} : { to: toS * sampleRate }),
      text: ALARM_NAMES[id],
      tone: priority,
    }));

export function createEcgView(canvas: HTMLCanvasElement, first: EcgChoice): EcgView {
  const planes = createLeadPlanes();
  let choice = first;
  let palette = readPalette(document.body);
  let sampleRate = 500;
  let sweep: Sweep = createSweep({ canvas, leads: LEADS, sampleRate });

  function paint(): void {
    const { width, height } = canvas.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const view: SweepView = {
      layout: LAYOUTS.find(({ id }) => id === choice.layout) ?? LAYOUT_6X2,
      speedMmPerS: choice.speedMmPerS,
      gainMmPerMv: choice.gainMmPerMv,
      palette,
      width,
      height,
      ratio: devicePixelRatio,
      cssPxPerMm: cssPxPerMm(width, height),
      notes: choice.notes,
      marks: marksOf(choice.spans, sampleRate),
    };
    sweep.show(view);
    sweep.frame(performance.now());
  }

  function push(frames: readonly WaveFrame[]): void {
    for (const frame of frames) {
      if (frame.sampleRate !== sampleRate) {
        sampleRate = frame.sampleRate;
        sweep = createSweep({ canvas, leads: LEADS, sampleRate });
        sweep.freeze(choice.isFrozen);
        paint();
      }
      sweep.push(frame.firstSample, frame.count, planes.fill(frame));
    }
  }

  let request = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  function draw(now: number): void {
    sweep.frame(now);
    rest = setTimeout(() => (request = requestAnimationFrame(draw)), REST_MS);
  }
  request = requestAnimationFrame(draw);
  const resized = new ResizeObserver(paint);
  resized.observe(canvas);
  const stopTheme = onThemeChange(() => {
    palette = readPalette(document.body);
    paint();
  });
  void document.fonts.ready.then(paint);

  return {
    push,
    show(next) {
      const isView = next.layout !== choice.layout || next.speedMmPerS !== choice.speedMmPerS || next.gainMmPerMv !== choice.gainMmPerMv;
      const isScene = next.notes !== choice.notes || next.spans !== choice.spans;
      choice = next;
      sweep.freeze(next.isFrozen);
      if (isView || isScene) paint();
    },
    close() {
      cancelAnimationFrame(request);
      clearTimeout(rest);
      resized.disconnect();
      stopTheme();
    },
  };
}
