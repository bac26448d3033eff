import type { TruthEvent } from '../../truth.ts';

export type Beat = Extract<TruthEvent, { kind: 'beat' }>;

/** What the beats of a strip say, in numbers. Times in microseconds. */
export interface BeatSummary {
  readonly count: number;
  /** Mean rate in bpm, from the intervals; null with fewer than two beats. */
  readonly bpm: number | null;
  readonly rrMeanMs: number | null;
  /** Standard deviation over mean of the intervals. */
  readonly rrCv: number | null;
  /** `16 N, 2 V`, the most frequent first. */
  readonly classes: string;
}

export const beatsIn = (truth: readonly TruthEvent[], fromUs: number, toUs: number): Beat[] =>
  truth.filter((event): event is Beat => event.kind === 'beat' && event.fiducials.rPeak >= fromUs && event.fiducials.rPeak < toUs);

export function summarise(beats: readonly Beat[]): BeatSummary {
  const rr = beats.slice(1).map((beat, i) => (beat.fiducials.rPeak - beats[i]!.fiducials.rPeak) / 1000);
  const mean = rr.length > 0 ? rr.reduce((sum, ms) => sum + ms, 0) / rr.length : null;
  const spread = mean === null ? null : Math.sqrt(rr.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / rr.length);
  return {
    count: beats.length,
    bpm: mean === null ? null : 60_000 / mean,
    rrMeanMs: mean,
    rrCv: mean === null || spread === null ? null : spread / mean,
    classes: classesInWords(beats),
  };
}

function classesInWords(beats: readonly Beat[]): string {
  const counts = new Map<string, number>();
  for (const beat of beats) counts.set(beat.class, (counts.get(beat.class) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (sorted.length === 1) return `all ${sorted[0]![0]}`;
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ');
}
