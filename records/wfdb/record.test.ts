import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromPhysical, type RecordSignal, readRecord, toPhysical, type WfdbRecord, writeRecord } from '../index.ts';

const GOLDEN = join(import.meta.dirname, '../golden/208-first-10-s');
let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'heartloop-records-'));
});
afterAll(() => rm(dir, { recursive: true }));

const at = (name: string): string => join(dir, name);
/** An edited copy of the golden record. */
async function damaged(name: string, edit: { header?: (text: string) => string; bytes?: number }): Promise<string> {
  const record = await readRecord(GOLDEN);
  await writeRecord(dir, { ...record, name }, { format: 212 });
  if (edit.header) await writeFile(`${at(name)}.hea`, edit.header(await readFile(`${at(name)}.hea`, 'utf8')));
  if (edit.bytes !== undefined) await truncate(`${at(name)}.dat`, edit.bytes);
  return at(name);
}

it('reads a real record', async () => {
  const record = await readRecord(GOLDEN);
  expect(record).toMatchObject({ name: '208-first-10-s', sampleRate: 360, sampleCount: 3600 });
  const [mlii, v1] = record.signals as [RecordSignal, RecordSignal];
  expect([mlii.name, mlii.gain, mlii.baseline, mlii.units, v1.name]).toEqual(['MLII', 200, 1024, 'mV', 'V1']);
  expect([mlii.digital[0], mlii.digital[699], mlii.digital[3599], v1.digital[0], v1.digital[3599]]).toEqual([1003, 1413, 1250, 1062, 850]);
  expect(toPhysical(mlii)[699]).toBeCloseTo((1413 - 1024) / 200, 6);
  expect(toPhysical(mlii, 699, 701)).toHaveLength(2);
});

const PLAIN = { gain: 200, baseline: 10, units: 'mV', adcBits: 12, adcZero: 0, calibrated: true };

const signal = (format: number, frames: number): fc.Arbitrary<RecordSignal> => {
  const max = format === 212 ? 2047 : 32767;
  return fc.integer({ min: 1, max: 3 }).chain((samplesPerFrame) =>
    fc
      .tuple(
        fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -max, max }) }, fc.constant(-max - 1)), {
          minLength: frames * samplesPerFrame,
          maxLength: frames * samplesPerFrame,
        }),
        fc.stringMatching(/^\w{1,8}$/),
      )
      .map(([digital, name]) => ({
        ...PLAIN,
        name,
        digital: Int16Array.from(digital),
        samplesPerFrame,
        missing: -max - 1,
      })),
  );
};

it.each([16, 212])('format %i: reads back what it writes, for any samples, rates and gaps', async (format) => {
  const frames = fc.nat({ max: 20 });
  const record = frames.chain((sampleCount) =>
    fc.record<WfdbRecord>({
      name: fc.constant(`any-${format}`),
      sampleRate: fc.integer({ min: 1, max: 2000 }),
      sampleCount: fc.constant(sampleCount),
      signals: fc.array(signal(format, sampleCount), { minLength: 1, maxLength: 3 }),
      comments: fc.constant(['one', 'two words']),
    }),
  );
  await fc.assert(
    fc.asyncProperty(record, async (written) => {
      await writeRecord(dir, written, { format });
      expect(await readRecord(at(written.name))).toEqual(written);
    }),
    { numRuns: 40 },
  );
});

it('keeps gaps across formats: no sample is NaN, whatever its spelling', async () => {
  const values = [0.5, Number.NaN, -1];
  const record = { name: 'gap', sampleRate: 500, sampleCount: 3, signals: [fromPhysical(values, { name: 'I', gain: 1000 })], comments: [] };
  await writeRecord(dir, record, { format: 212 });
  const [read] = (await readRecord(at('gap'))).signals;
  expect(read!.missing).toBe(-2048);
  expect([...toPhysical(read!)]).toEqual(values);
});

it('holds at the ends what 16 bits cannot', () => {
  expect([...fromPhysical([40, -40], { name: 'I', gain: 1000 }).digital]).toEqual([32767, -32767]);
});

it('moves a skewed signal forward and leaves its end unknown', async () => {
  const path = await damaged('skewed', { header: (text) => text.replace(' 212 ', ' 212:3 ') });
  const [plain] = (await readRecord(GOLDEN)).signals;
  const [skewed] = (await readRecord(path)).signals;
  expect(skewed!.digital.subarray(0, -3)).toEqual(plain!.digital.subarray(3));
  expect([...toPhysical(skewed!).subarray(-3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

it('refuses a wrong checksum or first value and says what differs, or only warns', async () => {
  const checksum = await damaged('sum', { header: (text) => text.replace(' 170 ', ' 171 ') });
  const first = await damaged('first', { header: (text) => text.replace(' 1003 ', ' 1004 ') });
  await expect(readRecord(checksum)).rejects.toThrow('sum.dat: signal "MLII" has checksum 170, the header says 171');
  await expect(readRecord(first)).rejects.toThrow('first.dat: signal "MLII" begins with 1003, the header says 1004');
  const heard: string[] = [];
  await readRecord(checksum, { onMismatch: (text) => heard.push(text) });
  expect(heard).toEqual([expect.stringContaining('has checksum 170')]);
});

it('derives the length from the file when the header gives none', async () => {
  const path = await damaged('open-ended', { header: (text) => text.replace('360 3600', '360') });
  expect((await readRecord(path)).sampleCount).toBe(3600);
});

it('says which file is missing, truncated or of an unknown format', async () => {
  await expect(readRecord(at('nothing'))).rejects.toThrow('nothing.hea does not exist');
  await expect(readRecord(await damaged('short', { bytes: 10_799 }))).rejects.toThrow(
    'short.dat is truncated: 3600 frames in format 212 need 10800 bytes, it has 10799',
  );
  const flac = await damaged('flac', { header: (text) => text.replaceAll(' 212 ', ' 516 ') });
  await expect(readRecord(flac)).rejects.toThrow('signal format 516 of flac.dat is not supported. Supported: 16, 212,');
  const lost = await damaged('lost', { header: (text) => text.replaceAll('lost.dat', 'elsewhere.dat') });
  await expect(readRecord(lost)).rejects.toThrow('elsewhere.dat does not exist');
});

it('refuses to write what a file cannot hold', async () => {
  const record = { name: 'x', sampleRate: 500, sampleCount: 1, signals: [fromPhysical([3], { name: 'I', gain: 1000 })], comments: [] };
  await expect(writeRecord(dir, record, { format: 212 })).rejects.toThrow(
    'signal "I", sample 0: 3000 does not fit format 212 (-2047..2047)',
  );
  await expect(writeRecord(dir, record, { format: 508 })).rejects.toThrow('cannot write signal format 508. Supported: 16, 212,');
  await expect(writeRecord(dir, { ...record, name: 'a b' })).rejects.toThrow('record name holds letters, digits, - and _ only, got "a b"');
  await expect(writeRecord(dir, { ...record, sampleCount: 2 })).rejects.toThrow('signal "I" must have 2 samples, it has 1');
});
