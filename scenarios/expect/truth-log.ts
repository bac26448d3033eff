import { type Micros, seconds } from '../../kernel/index.ts';
import type { BeatClass, TruthEvent } from '../../simulator/index.ts';

export interface TruthBeat {
  /** The R peak, the instant a detector aims at. */
  readonly at: Micros;
  readonly class: BeatClass;
}

export interface TruthLog {
  add(event: TruthEvent): void;
  readonly beats: readonly TruthBeat[];
  readonly events: readonly TruthEvent[];
  /** Mean ventricular rate in bpm at an instant, or undefined when the heart gives none. */
  rateAt(instant: Micros): number | undefined;
}

/** The rate is the mean of the intervals that lie in this window, one at least, as a nurse with a watch would count it. */
const RATE_WINDOW = seconds(10);
/** No beat for longer than this, and there is no rate any more: the slowest rhythm of the catalogue has 10 bpm. */
const SILENCE_MAX = seconds(6.5);

export function createTruthLog(): TruthLog {
  const beats: TruthBeat[] = [];
  const events: TruthEvent[] = [];

  function rateAt(instant: Micros): number | undefined {
    let last = beats.length - 1;
    while (last >= 0 && beats[last]!.at > instant) last -= 1;
    if (last < 1 || instant - beats[last]!.at > SILENCE_MAX) return undefined;
    let first = last - 1;
    while (first > 0 && beats[first - 1]!.at >= instant - RATE_WINDOW && beats[first]!.at - beats[first - 1]!.at <= SILENCE_MAX) first -= 1;
    return ((last - first) * 60e6) / (beats[last]!.at - beats[first]!.at);
  }

  return {
    beats,
    events,
    rateAt,
    add(event) {
      events.push(event);
      if (event.kind !== 'beat') return;
      const beat = { at: event.fiducials.rPeak, class: event.class };
      let place = beats.length;
      while (place > 0 && beats[place - 1]!.at > beat.at) place -= 1;
      beats.splice(place, 0, beat);
    },
  };
}
