/** A lead as a path: a line through its samples, broken wherever there is none. Pure: any sink with moveTo and lineTo will do. */
import { LEAD_OFF, type TraceRing } from './trace-ring.ts';

/** Millivolts of a lead by index: a number, MISSING or LEAD_OFF. */
export type Samples = Pick<TraceRing, 'at'>;

export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** Sample `index` stands at `x0 + (index - index0) * pxPerSample`; zero millivolts stand at `y0`. */
export interface TraceAxes {
  readonly x0: number;
  readonly index0: number;
  readonly pxPerSample: number;
  readonly y0: number;
  readonly pxPerMv: number;
}

/** Samples `from` (included) to `to` (excluded). A break is never bridged. */
export function traceInto(path: PathSink, samples: Samples, lead: number, from: number, to: number, axes: TraceAxes): void {
  let drawing = false;
  for (let n = from; n < to; n += 1) {
    const mv = samples.at(lead, n);
    if (!Number.isFinite(mv)) {
      drawing = false;
      continue;
    }
    const x = axes.x0 + (n - axes.index0) * axes.pxPerSample;
    const y = axes.y0 - mv * axes.pxPerMv;
    if (drawing) path.lineTo(x, y);
    else path.moveTo(x, y);
    drawing = true;
  }
}

/** Dashes at zero millivolts where the electrode was off. The pattern is tied to x, so pieces drawn apart fit together. */
export function leadOffInto(
  path: PathSink,
  samples: Samples,
  lead: number,
  from: number,
  to: number,
  axes: TraceAxes & { dashPx: number },
): void {
  let drawing = false;
  for (let n = from; n < to; n += 1) {
    const x = axes.x0 + (n - axes.index0) * axes.pxPerSample;
    if (samples.at(lead, n) !== LEAD_OFF || Math.floor(x / axes.dashPx) % 2 !== 0) {
      drawing = false;
      continue;
    }
    if (!drawing) path.moveTo(x, axes.y0);
    path.lineTo(x + axes.pxPerSample, axes.y0);
    drawing = true;
  }
}
