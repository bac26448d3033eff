import { type Micros, seconds } from '../../kernel/index.ts';
import type { Simulator } from '../contract.ts';
import type { TruthEvent } from '../truth.ts';
import { STRIP_SECONDS } from './messages.ts';

/** Changes are kept for the timeline, up to so many; beats only as long as a strip shows them. */
const CHANGES_MAX = 500;
const BEATS_KEPT = seconds(STRIP_SECONDS + 5);

/** Remembers what a page needs that comes late: the beats of its strip and every change before it. */
export function createTruthLog(simulator: Simulator): { snapshot(): readonly TruthEvent[]; take(): readonly TruthEvent[]; close(): void } {
  const changes: TruthEvent[] = [];
  let beats: TruthEvent[] = [];
  let fresh: TruthEvent[] = [];

  function forget(before: Micros): void {
    const first = beats.findIndex((beat) => beat.at >= before);
    if (first > 0) beats = beats.slice(first);
  }

  const cancel = simulator.onTruth((event) => {
    fresh.push(event);
    if (isMoment(event)) {
      beats.push(event);
      forget((event.at - BEATS_KEPT) as Micros);
    } else {
      changes.push(event);
      if (changes.length > CHANGES_MAX) changes.shift();
    }
  });

  return {
    snapshot: () => [...changes, ...beats].toSorted((a, b) => a.at - b.at),
    /** Events since the last call. */
    take() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    close: cancel,
  };
}

const isMoment = (event: TruthEvent): boolean => event.kind === 'beat' || event.kind === 'atrial' || event.kind === 'pacer';
