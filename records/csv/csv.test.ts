import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CsvTable, csvChunks, parseCsv, readCsv, writeCsv } from '../index.ts';

const textOf = (table: CsvTable, column: 'time' | 'sample'): string => [...csvChunks(table, { column })].join('');
const value = fc.oneof({ weight: 9, arbitrary: fc.float({ noDefaultInfinity: true, noNaN: true }) }, fc.constant(Number.NaN));

it.each(['time', 'sample'] as const)('%s column: reads back any values it writes', (column) => {
  const table = fc.integer({ min: 2, max: 30 }).chain((rows) =>
    fc.record({
      sampleRate: fc.constantFrom(100, 250, 360, 500, 1000),
      signals: fc.array(
        fc.record({
          name: fc.stringMatching(/^[\w,"]( ?[\w,"]){0,8}$/),
          units: fc.constantFrom('mV', 'uV'),
          values: fc.array(value, { minLength: rows, maxLength: rows }).map((values) => Float32Array.from(values)),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  );
  fc.assert(
    fc.property(table, (written) => {
      const options = column === 'time' ? { file: 'x.csv' } : { file: 'x.csv', sampleRate: written.sampleRate };
      const read = parseCsv(textOf(written, column), options);
      expect(read.sampleRate).toBeCloseTo(written.sampleRate, 0);
      expect(read.signals.map(({ name, units }) => [name, units])).toEqual(written.signals.map(({ name, units }) => [name, units]));
      for (const [i, { values }] of read.signals.entries())
        expect(values.map(Math.fround)).toEqual(written.signals[i]!.values.map((x) => x + 0));
    }),
  );
});

it('writes a header with units and one row per sample', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'heartloop-csv-'));
  const file = join(dir, 'x.csv');
  await writeCsv(file, { sampleRate: 500, signals: [{ name: 'I', units: 'mV', values: Float32Array.of(0.1, Number.NaN) }] });
  expect(await readFile(file, 'utf8')).toBe('time (s),I (mV)\n0,0.1\n0.002,\n');
  expect((await readCsv(file)).sampleRate).toBe(500);
  await rm(dir, { recursive: true });
});

const parse = (text: string) => (): CsvTable => parseCsv(text, { file: 'x.csv' });

it('says the line and what was expected', () => {
  expect(parse('t,I (mV)\n')).toThrow('x.csv, line 1: the first column must be "time (s)" or "sample", got "t"');
  expect(parse('sample,I (mV)\n0,1\n')).toThrow('x.csv has a sample column: say its sample rate in Hz');
  expect(parse('time (s),I (mV)\n0,1\n0.1,1,2\n')).toThrow('x.csv, line 3: expected 2 columns, got 3');
  expect(parse('time (s),I (mV)\n0,one\n')).toThrow('x.csv, line 2: "one" is not a number');
  expect(parse('time (s),I (mV)\n0,1\n')).toThrow('two are needed to tell the sample rate');
  expect(() =>
    textOf({ sampleRate: 1, signals: [1, 2].map((n) => ({ name: `${n}`, units: 'mV', values: new Float32Array(n) })) }, 'time'),
  ).toThrow('"2" has 2 values');
});
