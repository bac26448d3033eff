/** Truth that lies ahead, in order of time; events of one instant stay in the order they were written. */
import type { TruthEvent } from '../truth.ts';

export interface TruthQueue {
  push(event: TruthEvent): void;
  /** Hands over everything up to and including `until`. */
  release(until: number, tell: (event: TruthEvent) => void): void;
}

export function createTruthQueue(): TruthQueue {
  const ahead: TruthEvent[] = [];
  return {
    push: (event) => {
      let place = ahead.length;
      while (place > 0 && ahead[place - 1]!.at > event.at) place -= 1;
      ahead.splice(place, 0, event);
    },
    release: (until, tell) => {
      while (ahead.length > 0 && ahead[0]!.at <= until) tell(ahead.shift()!);
    },
  };
}
