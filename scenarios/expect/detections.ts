import type { Micros } from '../../kernel/index.ts';
import type { BeatEvent } from '../../monitor/index.ts';

export interface Detection {
  /** The R peak on scenario time. */
  readonly at: Micros;
  readonly class: string;
}

/** The beats a monitor stands by: a final word on a beat replaces its provisional one, a withdrawn beat is none. */
export interface DetectionLog {
  add(event: BeatEvent, at: Micros): void;
  /** In rising order. */
  readonly beats: readonly Detection[];
}

/** A provisional beat and its final word are the same beat when their peaks are closer than two heartbeats can be. */
const SAME_BEAT_US = 80_000;

export function createDetectionLog(): DetectionLog {
  const beats: Detection[] = [];

  function placeOf(at: Micros): number {
    let place = beats.length;
    while (place > 0 && beats[place - 1]!.at > at - SAME_BEAT_US) place -= 1;
    return place;
  }

  return {
    beats,
    add(event, at) {
      const place = placeOf(at);
      const known = beats[place];
      const isKnown = known !== undefined && Math.abs(known.at - at) < SAME_BEAT_US;
      if (event.state === 'provisional') beats.splice(place, 0, { at, class: event.class });
      else if (event.state === 'withdrawn') beats.splice(place, isKnown ? 1 : 0);
      else beats.splice(place, isKnown ? 1 : 0, { at, class: event.class });
    },
  };
}
