import type { RhythmSpec } from '../../contract.ts';

/** Families in the order in which the catalogue names them first. */
export function familiesOf<Row extends RhythmSpec>(rows: readonly Row[]): [string, Row[]][] {
  const families = new Map<string, Row[]>();
  for (const row of rows) {
    const family = families.get(row.family);
    if (family) family.push(row);
    else families.set(row.family, [row]);
  }
  return [...families];
}

/**
 * Every word typed must be part of the name, the id, the family or an alarm it should raise, or begin a word of the description:
 * `vf` finds fibrillation, not every text that names the lead aVF.
 */
export function matches(row: RhythmSpec, words: string): boolean {
  const names = [row.title, row.id, row.family, ...row.expected].join(' ').toLowerCase();
  const about = row.about.toLowerCase().split(/[^a-z0-9]+/);
  const wanted = words.toLowerCase().split(/\s+/);
  return wanted.every((word) => names.includes(word) || about.some((told) => told.startsWith(word)));
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
