import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkScenario } from '../lint/lint.ts';
import { complaintLine } from './complaint.ts';
import { scenarioJsonSchema } from './json-schema.ts';

const GOOD = `id: S01
title: Unplugged
requirements: [FB-S01]
seed: 42
steps:
  - { at: 0 s, rhythm: { kind: sinus, rate: 75 bpm } }
  - { at: 5 s, as: cut, unplug: {} }
expect:
  - { vitals: blank, after: cut, within: 2 s }
end: 20 s
`;

/** The complaints about the good scenario after one edit. */
function complaintsAbout(from: string | RegExp, to: string, file = 'S01.yaml'): string[] {
  const text = GOOD.replace(from, to);
  expect(text === GOOD && file === 'S01.yaml', 'the edit must change something').toBe(false);
  const reading = checkScenario(text, file);
  return reading.ok ? [] : reading.complaints.map(complaintLine);
}

it('finds nothing in a good scenario', () => {
  expect(checkScenario(GOOD, 'S01.yaml').ok).toBe(true);
});

it.each([
  ['an unknown key, with the near one', 'rate: 75 bpm', 'rat: 75 bpm', '6:39: unknown key "rat": did you mean "rate"?'],
  ['an unknown rhythm', 'kind: sinus', 'kind: sinos', '6:32: unknown kind "sinos": did you mean "sinus"?'],
  ['an unknown step', 'unplug', 'unplugg', '7:25: unknown step "unplugg": did you mean "unplug"?'],
  ['an unknown expectation', 'vitals', 'vital', '9:7: unknown expectation "vital": did you mean "vitals"?'],
  [
    'a step that does two things',
    'unplug: {}',
    'unplug: {}, replug: {}',
    '7:37: a step does one thing, this one has unplug and replug: split it',
  ],
  ['a time without a unit', 'at: 5 s', 'at: 5', '7:11: "at" is 5, without a unit: write "5 s"'],
  ['a rate without a unit', '75 bpm', '75', '6:45: "rate" is 75, without a unit: write "75 bpm"'],
  ['a rate in the wrong unit', '75 bpm', '75 Hz', '6:45: "rate" is "75 Hz", which is no quantity in bpm: write for example "75 bpm"'],
  ['a missing key', /title:.*\n/, '', '1:1: "title" is missing: add it'],
  ['a key that is there twice', 'seed: 42', 'seed: 42\nseed: 43', '5:1: this key is there twice: keep one of them'],
  ['a tab', '  - { at: 5 s', '\t- { at: 5 s', '7:1: a tab indents this line: YAML wants spaces'],
  ['an instant nobody names', 'after: cut', 'after: cutt', '9:29: "cutt" is no instant of this scenario: did you mean "cut"?'],
  ['a name that is taken', 'as: cut', 'as: end', '7:20: "end" is the end of the scenario: choose another name'],
  ['a step without a time', 'at: 5 s, as: cut', 'as: cut', '7:5: this step has no time: add at: 5 s, or after: NAME and in: 5 s'],
  ['a step after the end', 'at: 5 s', 'at: 21 s', '7:5: this step is at 21 s, the scenario ends at 20 s: move one of them'],
  [
    'a window that outlasts the run',
    'within: 2 s',
    'within: 16 s',
    '9:42: this window ends at 21 s, the scenario at 20 s: set end: 21 s or more',
  ],
  ['a rate no heart has', '75 bpm', '7500 bpm', '6:45: rate is 7500 bpm: sinus takes 10 to 300 bpm'],
  ['an unknown device', 'seed: 42', 'seed: 42\ndevice: { profile: filed }', '5:20: unknown device profile "filed": did you mean "field"?'],
  ['no rhythm at the start', 'at: 0 s', 'at: 1 s', '6:3: no rhythm at the start: add { at: 0 s, rhythm: { kind: sinus, rate: 75 bpm } }'],
  [
    'a line too thin for its device',
    'seed: 42',
    'seed: 42\ndevice: { profile: field, leads: 12, bits: 16, rate: 500 Hz }\nlink: { baud: 115200 }',
    '6:15: the link cannot carry 12 leads x 16 bit x 500 Hz: 12 leads at 500 frames/s of 30 bytes need 15000 B/s, but 115200 baud carries 11520 B/s at 10 bits a byte: raise the baud rate to 230400 or lower the sample rate to 384',
  ],
])('says where and how: %s', (_, from, to, expected) => {
  const complaints = complaintsAbout(from, to);
  expect(complaints[0]).toBe(`S01.yaml:${expected}`);
});

it('says one thing about one mistake', () => {
  expect(complaintsAbout('rate: 75 bpm', 'rat: 75 bpm')).toHaveLength(1);
  expect(complaintsAbout('kind: sinus', 'kind: sinos')).toHaveLength(1);
});

it('answers any text with complaints that have a place, never with a throw', () => {
  const pieces = fc.constantFrom(...GOOD.split(/(?<=[\s,:{}])/), '*a', '&a', '- ', '[', '!!js', '\t', '5', '"', '\u0000');
  const damaged = fc
    .tuple(fc.nat(GOOD.length), fc.nat(30), fc.array(pieces, { maxLength: 6 }))
    .map(([at, cut, parts]) => GOOD.slice(0, at) + parts.join('') + GOOD.slice(at + cut));
  fc.assert(
    fc.property(damaged, (text) => {
      const reading = checkScenario(text, 'S01.yaml');
      if (reading.ok) return;
      expect(reading.complaints.length).toBeGreaterThan(0);
      for (const { line, column, text: words } of reading.complaints) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(words).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 500 },
  );
});

it('wants the file named as the scenario', () => {
  expect(complaintsAbout('', '', 'other.yaml')).toEqual(['other.yaml:1:5: S01 is in other.yaml: name the file S01.yaml']);
});

it('keeps the committed JSON schema up to date (vitest -u writes it)', async () => {
  await expect(`${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`).toMatchFileSnapshot('./scenario.v1.json');
});
