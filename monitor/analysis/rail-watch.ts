/**
 * What rails say about a lead: a channel that stands at one end of the converter's range is not connected, and neither is one that
 * swings between both (a floating input full of mains). Counted over half a second, in ticks.
 */
const WINDOW_TICKS = 5;
/** Share of the window at one rail, or at each of both. Tall complexes clip for far less: 40 ms of 200 at the fastest. */
const STANDS = 0.9;
const SWINGS = 0.2;
/** A lead is free again when no more than this is at a rail. */
const FREE = 0.05;
/** In a mask of rails: the lower rail of lead 0. */
const LOWER_SHIFT = 8;

export interface RailWatch {
  /** The rails of one frame, when there are any. */
  count(rails: number): void;
  /** At fixed sample times. */
  tick(): void;
  /** Mask of leads that are railed. */
  readonly railed: number;
}

export function createRailWatch({ leads, tickFrames }: { leads: number; tickFrames: number }): RailWatch {
  const frames = WINDOW_TICKS * tickFrames;
  const rowSize = 2 * leads;
  const counted = new Uint16Array(WINDOW_TICKS * rowSize);
  let row = 0;
  let railed = 0;

  function total(column: number): number {
    let sum = 0;
    for (let tick = 0; tick < WINDOW_TICKS; tick += 1) sum += counted[tick * rowSize + column]!;
    return sum;
  }

  return {
    count(rails) {
      for (let lead = 0; lead < leads; lead += 1) {
        counted[row * rowSize + 2 * lead]! += (rails >>> lead) & 1;
        counted[row * rowSize + 2 * lead + 1]! += (rails >>> (LOWER_SHIFT + lead)) & 1;
      }
    },
    tick() {
      for (let lead = 0; lead < leads; lead += 1) {
        const high = total(2 * lead);
        const low = total(2 * lead + 1);
        if (Math.max(high, low) >= STANDS * frames || Math.min(high, low) >= SWINGS * frames) railed |= 1 << lead;
        else if (high + low <= FREE * frames) railed &= ~(1 << lead);
      }
      row = (row + 1) % WINDOW_TICKS;
      counted.fill(0, row * rowSize, (row + 1) * rowSize);
    },
    get railed() {
      return railed;
    },
  };
}
