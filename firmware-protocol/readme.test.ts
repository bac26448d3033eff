/** The written wire and the code are one. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileChecksum } from './checksum.ts';
import { COLUMNS } from './ecg12-ascii/line.ts';
import * as layout from './ecg12-binary/layout.ts';
import { TRANSMITTED_LEADS } from './leads.ts';
import { linkBudget } from './link-budget.ts';
import type { Checksum } from './profile.ts';
import { PROFILES } from './profiles.ts';

const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');

/** The rows of the table under a heading row, as cells. */
function table(heading: string): string[][] {
  const lines = text.split('\n');
  const at = lines.indexOf(heading);
  expect(at, `README.md has no table "${heading}"`).toBeGreaterThan(-1);
  const end = lines.findIndex((line, i) => i > at && !line.startsWith('|'));
  return lines.slice(at + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  ); // behind the rule
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0');

it('the layout table is the layout', () => {
  const { START, COUNTER, LENGTH, OPCODE, CHECKSUM, WORDS, END, FRAME_BYTES } = layout;
  const rows = table('| offset | bytes | field | value |');
  expect(rows).toEqual([
    [String(START.at), '1', 'start', hex(START.value)],
    [String(COUNTER.at), '1', 'counter', '0..counterModulo-1'],
    [String(LENGTH.at), '1', 'length', hex(LENGTH.value)],
    [String(OPCODE.at), '1', 'opcode', hex(OPCODE.value)],
    [String(CHECKSUM.at), '1', 'checksum', 'see below'],
    [String(WORDS.at), String(WORDS.bytes), 'words', TRANSMITTED_LEADS.join(' ')],
    [String(END.at), '1', 'end', hex(END.value)],
  ]);
  expect(rows.reduce((sum, [, bytes]) => sum + Number(bytes), 0)).toBe(FRAME_BYTES);
  expect(table('| byte | bits | meaning | mask |').map(([, , , mask]) => mask)).toEqual(
    [layout.SAMPLE_HIGH, layout.CONNECTED, layout.CONNECTED_LL, layout.SAMPLE_LOW].map(hex),
  );
});

it('the checksums are those the code knows', () => {
  const names = table('| name | byte 4 is |').map(([name]) => name!);
  for (const name of names) expect(compileChecksum((name === 'fixed' ? { fixed: 1 } : name) as Checksum)).toBeDefined();
  expect(names).toEqual(['sum7', 'sum8', 'xor8', 'zero', 'fixed', 'ignore']);
});

it('the columns of the ascii generation are in the order of the code', () => {
  expect(table('| column | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |')).toEqual([['lead', ...COLUMNS]]);
});

it('the profiles and the load of the wire are those of the code', () => {
  const rows = table('| profile | counts/mV | baseline | chest reference |');
  expect(rows.map(([id]) => id)).toEqual(Object.keys(PROFILES));
  for (const [id, countsPerMv, baseline, reference] of rows) {
    const profile = PROFILES[id!]!;
    const perLead = TRANSMITTED_LEADS.map((lead) => `${lead} ${profile.baseline[lead]}`).join(', ');
    expect([Number(countsPerMv), reference]).toEqual([profile.countsPerMv, profile.chestReference]);
    expect([perLead, String(profile.baseline.I)]).toContain(baseline);
  }
  expect(linkBudget(PROFILES['field']!)).toMatchObject({ neededBytesPerS: 11_000, availableBytesPerS: 11_520 });
});
