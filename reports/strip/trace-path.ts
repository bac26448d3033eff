/** A signal as an SVG path in millimetres. Null samples lift the pen: what was not received is not drawn. */
interface Axes {
  readonly x0: number;
  readonly mmPerSample: number;
  readonly y0: number;
  readonly mmPerMv: number;
  /** Top and bottom beyond which the pen is held at the edge, mm. */
  readonly clip: readonly [number, number];
}

export function tracePath(mv: readonly (number | null)[], { x0, mmPerSample, y0, mmPerMv, clip }: Axes): string {
  const parts: string[] = [];
  let down = false;
  for (const [i, value] of mv.entries()) {
    if (value === null || Number.isNaN(value)) {
      down = false;
      continue;
    }
    const y = Math.min(clip[1], Math.max(clip[0], y0 - value * mmPerMv));
    parts.push(`${down ? 'L' : 'M'}${(x0 + i * mmPerSample).toFixed(2)} ${y.toFixed(2)}`);
    down = true;
  }
  return parts.join('');
}
