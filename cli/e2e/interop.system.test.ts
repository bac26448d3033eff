/** A reader we did not build on our codec, in another language, sees exactly what the device sent. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { start } from './command.ts';

const dir = mkdtempSync(join(tmpdir(), 'heartloop-interop-'));
afterAll(() => rmSync(dir, { recursive: true }));

const python = ['/usr/bin/python3', 'python3'].find((path) => spawnSync(path, ['-c', 'import serial']).status === 0);
const reader = fileURLToPath(new URL('../../firmware-protocol/interop/read_ecg12.py', import.meta.url));
const READ_S = 10;

it.skipIf(python === undefined)(
  'pyserial decodes 10 s from the pty, equal to the truth file sample by sample (needs python3-serial: scripts/setup)',
  async () => {
    const truthFile = join(dir, 'truth.jsonl');
    const sim = start(
      'sim',
      '--device',
      'ecg12-binary',
      '--link',
      'pty',
      '--rhythm',
      'bigeminy',
      '--noise',
      'emg=20',
      '--truth',
      truthFile,
      '--json',
    );
    const { path } = await sim.ready;
    const { stdout } = await promisify(execFile)(python!, [reader, String(path), String(READ_S)], { maxBuffer: 64e6 });
    sim.stop();
    expect((await sim.ended).code).toBe(0);

    const read = stdout
      .trim()
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split(',').map(Number));
    const sent = readFileSync(truthFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; samples?: number[] })
      .filter(({ kind }) => kind === 'frame');
    expect(read.length).toBeGreaterThanOrEqual(READ_S * 500 * 0.98);
    expect(read.map(([counter]) => counter)).toEqual(read.map((_, i) => i % 64));
    expect(read.map(([, ...samples]) => samples)).toEqual(sent.slice(0, read.length).map(({ samples }) => samples));
  },
);
