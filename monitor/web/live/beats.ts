/** The beats of the last minute, as the monitor found and classed them. */
import type { BeatEvent, MonitorStatus } from '../../index.ts';

const BEATS_SECONDS = 60;

export interface BeatFigures {
  /** Seconds that were looked at: a minute, or less after the start. */
  readonly seconds: number;
  readonly ventricular: number;
  /** Null with no interval to tell of. */
  readonly rrMeanMs: number | null;
}

const keyOf = ({ sample, t }: BeatEvent): number => sample ?? t;

/** A later word on a beat replaces the earlier one; a withdrawn beat is gone. */
export function withBeat(beats: readonly BeatEvent[], beat: BeatEvent): readonly BeatEvent[] {
  const others = beats.filter((old) => keyOf(old) !== keyOf(beat) && old.t > beat.t - BEATS_SECONDS);
  return beat.state === 'withdrawn' ? others : [...others, beat];
}

/** How far the stream has come, in seconds since its first sample: lost frames have their time, too. */
export const streamSeconds = ({ framesDecoded, framesLost, sampleRate }: MonitorStatus): number =>
  sampleRate > 0 ? (framesDecoded + framesLost) / sampleRate : 0;

export function beatFigures(beats: readonly BeatEvent[], nowS: number): BeatFigures {
  const recent = beats.filter(({ t }) => t > nowS - BEATS_SECONDS);
  const rr = recent.flatMap((beat) => (beat.rr === undefined ? [] : [beat.rr]));
  return {
    seconds: Math.min(BEATS_SECONDS, Math.floor(nowS)),
    ventricular: recent.filter((beat) => beat.class === 'V').length,
    rrMeanMs: rr.length === 0 ? null : (1000 * rr.reduce((sum, s) => sum + s, 0)) / rr.length,
  };
}
