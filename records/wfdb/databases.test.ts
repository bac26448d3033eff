import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBeat, readAnnotations, readRecord } from '../index.ts';
import { checksumOf, sameChecksum } from './checksum.ts';
import { parseHeader } from './header.ts';
import { SIGNAL_FORMATS } from './signal-format.ts';

/** Public databases are large and stay outside: a folder with `mitdb`, `vfdb`, ... in it. */
const DATA = process.env.HEARTLOOP_DATA ?? '';
const folder = (name: string): string => join(DATA, name);
const recordsOf = (name: string): string[] =>
  existsSync(folder(name))
    ? readdirSync(folder(name)).flatMap((file) => (file.endsWith('.hea') ? [join(folder(name), file.slice(0, -4))] : []))
    : [];

if (DATA === '') it.skip('real databases: set HEARTLOOP_DATA to a folder that holds mitdb, vfdb, ... to read them all');
else describe('real databases', readAll);

function readAll(): void {
  const names = ['mitdb', 'vfdb', 'qtdb', 'cudb', 'nstdb', 'svdb', 'stdb', 'cinc2015', 'cinc2021-12lead', 'cpsc2019', 'cpsc2021'];

  it.each(names.filter((name) => recordsOf(name).length > 0))(
    '%s: every record reads, with the checksum and first value of its header',
    async (name) => {
      for (const path of recordsOf(name)) {
        const record = await readRecord(path);
        expect(record.signals[0]!.digital.length, path).toBeGreaterThan(0);
      }
    },
    120_000,
  );

  it.each(names.filter((name) => recordsOf(name).some((path) => existsSync(`${path}.atr`))))(
    '%s: reference labels lie in order inside the record',
    async (name) => {
      for (const path of recordsOf(name).filter((path) => existsSync(`${path}.atr`))) {
        const { annotations } = await readAnnotations(path, 'atr');
        const samples = annotations.map(({ sample }) => sample);
        expect(samples, path).toEqual(samples.toSorted((a, b) => a - b));
        expect(samples.at(-1), path).toBeLessThanOrEqual((await readRecord(path)).sampleCount);
        if (name === 'mitdb') expect(annotations.filter(({ symbol }) => isBeat(symbol)).length, path).toBeGreaterThan(1500);
      }
    },
    120_000,
  );

  it.skipIf(!existsSync(join(DATA, 'wfdb-fixtures/binformats.hea')))(
    'binformats: every format we know decodes to the checksum of its header',
    async () => {
      const file = join(folder('wfdb-fixtures'), 'binformats.hea');
      const { signals, sampleCount } = parseHeader(await readFile(file, 'utf8'), file);
      const known = signals.filter(({ format }) => SIGNAL_FORMATS.has(format));
      expect(known).toHaveLength(SIGNAL_FORMATS.size);
      for (const signal of known) {
        const samples = new Int32Array(sampleCount!);
        SIGNAL_FORMATS.get(signal.format)!.decode(await readFile(join(folder('wfdb-fixtures'), signal.file)), samples);
        expect(samples[0], signal.description).toBe(signal.firstValue);
        expect(sameChecksum(checksumOf(samples), signal.checksum!), signal.description).toBe(true);
      }
    },
  );
}
