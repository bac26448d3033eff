import type { Refusal } from '../codec.ts';
import { BLANK, COLUMN_COUNT, LEAD_OF_COLUMN, NINE, TAB, VALUE_MAX, ZERO } from './line.ts';

function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] === BLANK) at += 1;
  return at;
}

/** Columns are apart by one TAB or by blanks (a padded TAB is both). */
function skipSeparator(bytes: Uint8Array, from: number, to: number): number {
  const at = skipBlanks(bytes, from, to);
  return at < to && bytes[at] === TAB ? skipBlanks(bytes, at + 1, to) : at;
}

/**
 * Reads a line without its end into the frame at `samples[first]`, in frame order. Strict: eight unsigned decimals and nothing else.
 * A merged, missing, signed or fractional value spoils the line (`line`), a value above 4095 too (`range`).
 */
export function parseLine(bytes: Uint8Array, from: number, to: number, samples: Uint16Array, first: number): Refusal | undefined {
  let at = skipBlanks(bytes, from, to);
  let isInRange = true;
  for (let column = 0; column < COLUMN_COUNT; column += 1) {
    if (column > 0) {
      const next = skipSeparator(bytes, at, to);
      if (next === at) return 'line';
      at = next;
    }
    const digits = at;
    let value = 0;
    while (at < to && bytes[at]! >= ZERO && bytes[at]! <= NINE) {
      value = Math.min(value * 10 + bytes[at]! - ZERO, VALUE_MAX + 1);
      at += 1;
    }
    if (at === digits) return 'line';
    if (value > VALUE_MAX) isInRange = false;
    samples[first + LEAD_OF_COLUMN[column]!] = value;
  }
  if (skipBlanks(bytes, at, to) !== to) return 'line';
  return isInRange ? undefined : 'range';
}

const hasAllColumns = (bytes: Uint8Array, to: number, row: Uint16Array): boolean => parseLine(bytes, 0, to, row, 0) !== 'line';

/** Eight columns, and behind them at most one byte that may have been the CR. `row` is overwritten. */
export const isWholeLine = (bytes: Uint8Array, length: number, row: Uint16Array): boolean =>
  hasAllColumns(bytes, length, row) || hasAllColumns(bytes, length - 1, row);
