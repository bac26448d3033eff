/** The last seconds of every lead in the wide band, addressed by the column at which something happened in the signal itself. */
const KEPT_S = 6;

export interface ShapeRing {
  readonly leads: number;
  readonly rate: number;
  push(column: number, wide: Float64Array, at: number): void;
  /** mV of `lead` at `column`, filter delay taken off. Valid for the last six seconds. */
  value(column: number, lead: number): number;
  reset(): void;
}

export function createShapeRing({ rate, leads, delay }: { rate: number; leads: number; delay: number }): ShapeRing {
  const size = 2 ** Math.ceil(Math.log2(KEPT_S * rate));
  const mask = size - 1;
  const ring = new Float64Array(size * leads);
  const shift = Math.round(delay * rate);

  return {
    leads,
    rate,
    push(column, wide, at) {
      const row = (column & mask) * leads;
      for (let lead = 0; lead < leads; lead += 1) ring[row + lead] = wide[at + lead]!;
    },
    value: (column, lead) => ring[((column + shift) & mask) * leads + lead]!,
    reset: () => void ring.fill(0),
  };
}
