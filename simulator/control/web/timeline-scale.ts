const MINUTE_US = 60e6;
/** Lengths a timeline may have, and how far apart its ticks then stand. Seconds. */
const LENGTHS: readonly { spanS: number; tickS: number }[] = [
  { spanS: 60, tickS: 10 },
  { spanS: 120, tickS: 30 },
  { spanS: 360, tickS: 60 },
];
/** The newest moment keeps some room on its right. */
const NOW_AT_MOST = 0.95;

export interface TimelineScale {
  readonly fromUs: number;
  readonly toUs: number;
  readonly ticksUs: readonly number[];
}

/** From power-on while that fits, else the last few minutes, moved on a minute at a time. */
export function timelineScale(nowUs: number): TimelineScale {
  const fitting = LENGTHS.find(({ spanS }) => nowUs <= spanS * 1e6 * NOW_AT_MOST);
  const { spanS, tickS } = fitting ?? LENGTHS.at(-1)!;
  const spanUs = spanS * 1e6;
  const fromUs = fitting ? 0 : Math.ceil((nowUs - spanUs * NOW_AT_MOST) / MINUTE_US) * MINUTE_US;
  const ticksUs = Array.from({ length: spanS / tickS + 1 }, (_, i) => fromUs + i * tickS * 1e6);
  return { fromUs, toUs: fromUs + spanUs, ticksUs };
}
