import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RHYTHMS } from '../patient/index.ts';
import { createCommandReader } from './command-reader.ts';
import { EVERY_COMMAND } from './console-bench.ts';

const read = createCommandReader(RHYTHMS);

/** JSON that nearly is a command: the right words in the wrong places. */
const words = fc.constantFrom(
  'do',
  'id',
  'params',
  'rate',
  'level',
  'electrode',
  'state',
  'fault',
  'kind',
  'frames',
  'rhythm',
  'set',
  'sinus',
  'noise',
  'emg',
  'V6',
  '__proto__',
);
const nearly = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(words, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('command reader', () => {
  it('takes every command of the contract', () => {
    for (const command of EVERY_COMMAND) expect(read(command, 'sinus')).toEqual({ ok: true, command });
  });

  it('answers anything else with one sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), (input) => {
        const got = read(input, 'sinus');
        if (got.ok) return;
        expect(got.because.length).toBeGreaterThan(10);
        expect(got.because).not.toContain('\n');
      }),
      { numRuns: 2000 },
    );
  });

  it('breaks one field of a good command, and the sentence names that field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY_COMMAND), fc.nat(), (good, pick) => {
        const fields = Object.keys(good);
        const field = fields[pick % fields.length]!;
        const got = read({ ...good, [field]: 'no such thing' }, 'sinus');
        expect(got.ok ? '' : got.because).toContain(`"${field}"`);
      }),
    );
  });

  it.each([
    [null, 'the command is null: accepted is a JSON object'],
    [{}, '"do" is missing: accepted is rhythm, set, noise, electrode, swap, unplug, replug, mute, fault'],
    [{ do: 'rhythm', id: 'sinus', params: { rate: 999 } }, '"params.rate" is 999: accepted is 10 to 300 bpm'],
    [{ do: 'set', params: { speed: 1 } }, '"params.speed" is not a parameter of sinus: accepted are rate, hrv, pr, qrs, qtc, t'],
    [{ do: 'set', params: {} }, '"params" is empty: name at least one of rate, hrv, pr, qrs, qtc, t'],
    [{ do: 'noise', id: 'hum', level: 1 }, '"id" is "hum": accepted is wander, mains, emg'],
    [{ do: 'noise', id: 'emg', level: 5000 }, '"level" is 5000: accepted is at most 1000'],
    [{ do: 'noise', id: 'emg', level: 'loud' }, '"level" is "loud": accepted is a finite number'],
    [{ do: 'electrode', electrode: 'V9', state: 'off' }, '"electrode" is "V9": accepted is RA, LA, LL, RL, V1, V2, V3, V4, V5, V6'],
    [
      { do: 'swap', electrodes: ['LA', 'LA'] },
      '"electrodes" names LA twice: accepted are two different ones of RA, LA, LL, RL, V1, V2, V3, V4, V5, V6, or null',
    ],
    [{ do: 'swap', electrodes: ['LA'] }, '"electrodes" is ["LA"]: accepted is 2 entries'],
    [{ do: 'fault', fault: { kind: 'drop-frames', frames: 0 } }, '"fault.frames" is 0: accepted is at least 1'],
    [{ do: 'unplug', now: true }, 'an unknown field "now": leave it out'],
  ])('says of %j: %s', (input, because) => {
    expect(read(input, 'sinus')).toEqual({ ok: false, because });
  });
});
