/** A tiny line without paper, as an SVG path: the shape of a rhythm in a list, a trend beside a number. */
export interface SparklineBox {
  readonly width: number;
  readonly height: number;
  /** The values at the lower and the upper edge; taken from the values when left out. */
  readonly min?: number;
  readonly max?: number;
}

/** Values at even steps from edge to edge; one that is not finite breaks the line. Empty when there is nothing to draw. */
export function sparklinePath(values: ArrayLike<number>, box: SparklineBox): string {
  let { min = Number.POSITIVE_INFINITY, max = Number.NEGATIVE_INFINITY } = box;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (box.min === undefined) min = Math.min(min, value);
    if (box.max === undefined) max = Math.max(max, value);
  }
  const span = max > min ? max - min : 1;
  const step = values.length > 1 ? box.width / (values.length - 1) : 0;
  let path = '';
  let drawing = false;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const isSample = Number.isFinite(value);
    if (isSample) {
      const y = box.height * (1 - (value - min) / span);
      path += `${drawing ? 'L' : 'M'}${(i * step).toFixed(1)} ${y.toFixed(1)}`;
    }
    drawing = isSample;
  }
  return path;
}
