import type { ChecksumRule } from '../checksum.ts';
import { TRANSMITTED_LEADS } from '../leads.ts';
import { faultOf } from './frame.ts';
import { COUNTER, FRAME_BYTES, WORDS } from './layout.ts';

const LEADS_PER_FRAME = TRANSMITTED_LEADS.length;
/** Sample bytes stay below 80, so no frame holds this word. */
const NO_WORD = 0xffff;

/**
 * Where a frame belongs. `next`: behind the last one, after `gap` lost frames. `repeat`: it came before. `corrupt`: its successor
 * shows that its counter was damaged. `unsure`: the successor has not come yet.
 */
export type Placing = 'next' | 'repeat' | 'corrupt' | 'unsure';

/** The order of frames by their counters. Frames that follow one another are the caller's business: it asks only about the others. */
export interface Sequence {
  /** The counter that comes next, -1 when anything may. */
  expected: number;
  /** Set by `judge`: frames missing before the frame, and whether the counter alone tells so. */
  gap: number;
  exact: boolean;
  /** The words of the last turn, by counter: what a repeat is recognised by. Written by the decoder. */
  readonly recent: Uint16Array;
  /** The line was reopened and no frame has come since. */
  readonly reopened: boolean;
  /**
   * Judges the frame at `at`; bytes before `to` may be looked at. `missing`: frames that time, or the bytes passed
   * over, have room for. `isLast`: no successor will come, judge without it.
   */
  judge(bytes: Uint8Array, at: number, to: number, missing: number, isLast?: boolean): Placing;
  /** The frame with this counter took its place. */
  accept(counter: number): void;
  /** The line was reopened: the next frame is placed by time. */
  readonly reopen: () => void;
  /** Nothing came before. */
  readonly forget: () => void;
}

export function createSequence({ counterModulo: turn }: { counterModulo: number }, rule: ChecksumRule): Sequence {
  const recent = new Uint16Array(turn * LEADS_PER_FRAME).fill(NO_WORD);
  let last = -1;
  let reopened = false;
  /** Two frames agreed on the counter: a jump from here is a loss, not an unlucky first frame. */
  let confirmed = false;

  const next = (counter: number): number => (counter + 1 === turn ? 0 : counter + 1);

  function matches(bytes: Uint8Array, at: number, counter: number): boolean {
    for (let lead = 0; lead < LEADS_PER_FRAME; lead += 1) {
      const word = at + WORDS.at + 2 * lead;
      if (recent[counter * LEADS_PER_FRAME + lead] !== ((bytes[word]! << 8) | bytes[word + 1]!)) return false;
    }
    return true;
  }

  /** The same words under the same counter, and no time for a loss. On a flat line all frames look alike: then only a short step back. */
  function isRepeat(bytes: Uint8Array, at: number, counter: number, missing: number): boolean {
    if (!matches(bytes, at, counter) || missing >= turn / 2) return false;
    const back = (last - counter + turn) % turn;
    return back < turn / 2 || !matches(bytes, at, last);
  }

  function placeByTime(ahead: number, missing: number): void {
    const gap = ahead + turn * Math.max(0, Math.round((missing - ahead) / turn));
    // A device that lost its power counts from anywhere: then time alone decides.
    sequence.gap = Math.abs(gap - missing) <= turn / 2 ? gap : Math.round(missing);
    sequence.exact = false;
  }

  function placeByCounter(ahead: number, missing: number): void {
    const turns = Math.max(0, Math.round((missing - ahead) / turn));
    sequence.gap = ahead + turns * turn;
    sequence.exact = turns === 0;
    if (!confirmed && missing <= Math.abs(sequence.gap - missing)) sequence.gap = 0;
  }

  const sequence: Sequence = {
    expected: -1,
    gap: 0,
    exact: true,
    recent,
    get reopened() {
      return reopened;
    },
    judge(bytes, at, to, missing, isLast = false) {
      sequence.gap = 0;
      sequence.exact = true;
      if (last < 0) return 'next';
      const counter = bytes[at + COUNTER.at]! % turn;
      const expected = next(last);
      const ahead = (counter - expected + turn) % turn;
      if (reopened) {
        placeByTime(ahead, missing);
        return 'next';
      }
      if (ahead === 0) return 'next';
      if (isRepeat(bytes, at, counter, missing)) return 'repeat';
      const after = at + FRAME_BYTES;
      const followed = after + FRAME_BYTES <= to;
      if (!followed && !isLast) return 'unsure';
      const denied = followed && bytes[after + COUNTER.at]! % turn === next(expected) && faultOf(bytes, after, rule) === undefined;
      if (denied) return 'corrupt';
      placeByCounter(ahead, missing);
      return 'next';
    },
    accept(counter) {
      confirmed = last >= 0 && !reopened;
      reopened = false;
      last = counter;
      sequence.expected = next(counter);
    },
    reopen() {
      reopened = last >= 0;
      sequence.expected = -1;
    },
    forget() {
      last = -1;
      reopened = false;
      sequence.expected = -1;
      recent.fill(NO_WORD);
    },
  };
  return sequence;
}
