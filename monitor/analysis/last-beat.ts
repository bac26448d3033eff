/** The last beat, and how long intervals usually are: the median of eight. */
import { createLevelMemory } from './level-memory.ts';

const DEPTH = 8;

export interface LastBeat {
  /** False until there was one. */
  readonly known: boolean;
  /** Column of its energy peak; of the start of detection before there was one. */
  readonly column: number;
  readonly slope: number;
  /** Median interval in columns, 0 when unknown. */
  readonly interval: number;
  set(column: number, slope: number): void;
  reset(column: number): void;
}

export function createLastBeat(): LastBeat {
  const intervals = createLevelMemory({ leads: 1, depth: DEPTH });
  const weight = Float64Array.of(1);
  const cell = new Float64Array(1);
  const beat = { known: false, column: 0, slope: 0, interval: 0 };

  return Object.assign(beat, {
    set(column: number, slope: number): void {
      if (beat.known) {
        cell[0] = column - beat.column;
        intervals.push(cell, 0);
        beat.interval = intervals.fused(weight);
      }
      beat.known = true;
      beat.column = column;
      beat.slope = slope;
    },
    reset(column: number): void {
      intervals.clear();
      Object.assign(beat, { known: false, column, slope: 0, interval: 0 });
    },
  });
}
