/**
 * A sweep writes an endless line onto a band of finite width. Pure: stretches of the line, in pixels since the first sample, as
 * pieces of the band.
 */
export interface SweepPiece {
  /** The position on the line that stands at the left end of the band. */
  readonly origin: number;
  /** Whole pixels of the band, from its left end: `from` included, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

/** Cuts `from`..`to` of the line (whole pixels) where it comes to the right end of the band and begins again at the left. */
export function sweepPieces(from: number, to: number, bandPx: number): SweepPiece[] {
  const pieces: SweepPiece[] = [];
  let at = Math.max(from, to - bandPx);
  while (at < to) {
    const origin = Math.floor(at / bandPx) * bandPx;
    const end = Math.min(to, origin + bandPx);
    pieces.push({ origin, from: at - origin, to: end - origin });
    at = end;
  }
  return pieces;
}
