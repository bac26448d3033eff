/**
 * The shape that goes with each state, so that colour never speaks alone. Paths for a viewBox of 16 by 16: `fill` is filled,
 * `stroke` is drawn with a line of width 2 and round ends, both in `currentColor`.
 */
export interface Shape {
  readonly fill?: string;
  readonly stroke?: string;
  readonly dash?: string;
}

export const SHAPES = {
  /** Triangle: high priority, fail. */
  high: { fill: 'M8 1.2 15.4 14.4H.6Z' },
  /** Square: medium priority, warn. */
  medium: { fill: 'M2 2h12v12H2Z' },
  /** Circle: low priority, information. */
  low: { fill: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z' },
  /** Check: pass, live. */
  pass: { stroke: 'M2.5 8.5 6.3 12.3 13.5 4' },
  /** Clock: stale. */
  stale: { stroke: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8ZM8 4.8V8l2.2 1.6' },
  /** An open circle that comes back to itself: trying again. */
  retry: { stroke: 'M13.6 6.2A6 6 0 1 0 14 8.8M14 2.4v4h-4' },
  /** A line that is interrupted: nothing comes. */
  offline: { stroke: 'M1 8h2M13 8h2M5 5l6 6M11 5l-6 6' },
  /** Minus in a circle: waived. */
  waived: { stroke: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8ZM5 8h6' },
  /** Dashed circle: pending, off. */
  pending: { stroke: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8Z', dash: '2.4 2.6' },
  /** Cross: voided, not met. */
  voided: { stroke: 'M3 3l10 10M13 3 3 13' },
  /** Diamond: an injected fault. */
  fault: { fill: 'M8 1 15 8l-7 7-7-7Z' },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof SHAPES;
