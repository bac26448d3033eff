/**
 * A live ECG on a canvas, as a bedside monitor shows it: a sweep that writes over itself behind a blank gap. Framework-free. Samples
 * come in by `push` at any pace, `frame` paints only what became visible since the last one, and everything is painted anew when
 * the view changes. Nothing is drawn where nothing was sampled.
 */
import type { Layout } from './layouts.ts';
import type { Palette } from './palette.ts';
import { pxPerSecond, sharpPxPerMm } from './paper.ts';
import { type LeadNotes, paintBlank, paintPaper } from './paper-painter.ts';
import { placeLayout, type Sheet } from './placement.ts';
import { createPlayout } from './playout.ts';
import { paintSweep } from './sweep-painter.ts';
import type { Mark, SweepScene } from './sweep-scene.ts';
import { createTraceRing, type TraceRing } from './trace-ring.ts';

export interface SweepView {
  readonly layout: Layout;
  readonly speedMmPerS: number;
  readonly gainMmPerMv: number;
  readonly palette: Palette;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly cssPxPerMm: number;
  readonly notes: LeadNotes;
  /** The most important one first. */
  readonly marks: readonly Mark[];
}

export interface Sweep {
  /** See TraceRing.push: planes in the order of `leads`, in millivolts, MISSING and LEAD_OFF where there is no sample. */
  push(first: number, count: number, planes: readonly Float32Array[]): void;
  show(view: SweepView): void;
  /** Stops the picture; the stream goes on behind it. */
  freeze(on: boolean): void;
  /** Paints what is new. Call once per animation frame. */
  frame(nowMs: number): void;
  /** Forgets the stream: a blank sheet. */
  clear(): void;
}

const KEPT_S = 60;
const LANE_HEIGHT = 26;
/** Less than this is not worth a frame, in device pixels. */
const STEP_PX_MIN = 1;

function sheetOf(view: SweepView): Sheet {
  return {
    width: Math.round(view.width * view.ratio),
    height: Math.round(view.height * view.ratio),
    ratio: view.ratio,
    scale: {
      speedMmPerS: view.speedMmPerS,
      gainMmPerMv: view.gainMmPerMv,
      pxPerMm: sharpPxPerMm(view.cssPxPerMm, view.ratio),
    },
    laneHeight: LANE_HEIGHT * view.ratio,
  };
}

function sceneOf(view: SweepView, leads: readonly string[], sampleRate: number): SweepScene {
  const sheet = sheetOf(view);
  const placement = placeLayout(view.layout, sheet);
  const { palette, notes, marks } = view;
  const layer = (paint: typeof paintPaper): HTMLCanvasElement => {
    const canvas = document.createElement('canvas');
    canvas.width = sheet.width;
    canvas.height = sheet.height;
    const g = canvas.getContext('2d', { alpha: false });
    if (g) paint(g, sheet, placement, palette, notes);
    return canvas;
  };
  return { sheet, placement, palette, paper: layer(paintPaper), gapPaper: layer(paintBlank), leads, sampleRate, marks, notes };
}

export function createSweep(options: { canvas: HTMLCanvasElement; leads: readonly string[]; sampleRate: number }): Sweep {
  const { canvas, leads, sampleRate } = options;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('this browser has no 2D canvas: the ECG cannot be drawn');
  const g = context;
  const live = createTraceRing({ leads: leads.length, capacity: Math.ceil(KEPT_S * sampleRate) });
  const playout = createPlayout({ sampleRate });
  let scene: SweepScene | undefined;
  let frozen: TraceRing | undefined;
  let shown = 0;
  let isStale = true;

  function paintAll(samples: TraceRing): void {
    if (!scene) return;
    g.drawImage(scene.paper, 0, 0);
    if (samples.newest > samples.oldest) paintSweep(g, scene, samples, shown);
    isStale = false;
  }

  function frame(nowMs: number): void {
    if (!scene) return;
    if (frozen) {
      if (isStale) paintAll(frozen);
      return;
    }
    const before = shown;
    const position = live.newest === live.oldest ? 0 : playout.advance(nowMs, live.newest);
    const pxPerSample = pxPerSecond(scene.sheet.scale) / sampleRate;
    const isJump = position < before || position - before > 2 * sampleRate;
    if (isStale || isJump) {
      shown = position;
      paintAll(live);
    } else if ((position - before) * pxPerSample >= STEP_PX_MIN) {
      shown = position;
      paintSweep(g, scene, live, position, before);
    }
  }

  return {
    push: (first, count, planes) => live.push(first, count, planes),
    frame,
    show(view) {
      scene = sceneOf(view, leads, sampleRate);
      if (canvas.width !== scene.sheet.width) canvas.width = scene.sheet.width;
      if (canvas.height !== scene.sheet.height) canvas.height = scene.sheet.height;
      isStale = true;
    },
    freeze(on) {
      if (on === (frozen !== undefined)) return;
      frozen = on ? live.copy() : undefined;
      if (!on) playout.restart();
      isStale = true;
    },
    clear() {
      live.clear();
      playout.restart();
      shown = 0;
      isStale = true;
    },
  };
}
