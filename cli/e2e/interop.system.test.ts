/** A reader we did not build on our codec, in another language, sees exactly what the device sent. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { createSystemClock } from '../../kernel/index.ts';
import { openPtyLink } from '../../simulator/index.ts';
import { start } from './command.ts';

const dir = mkdtempSync(join(tmpdir(), 'heartloop-interop-'));
afterAll(() => rmSync(dir, { recursive: true }));

const python = ['/usr/bin/python3', 'python3'].find((path) => spawnSync(path, ['-c', 'import serial']).status === 0);
const reader = fileURLToPath(new URL('../../firmware-protocol/interop/read_ecg12.py', import.meta.url));
const echo = fileURLToPath(new URL('../../firmware-protocol/interop/echo_bytes.py', import.meta.url));
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

it.skipIf(python === undefined)('all 256 byte values cross to pyserial and back (needs python3-serial: scripts/setup)', async () => {
  const link = openPtyLink({ clock: createSystemClock(), baud: 115_200 });
  const sent = Uint8Array.from({ length: 256 }, (_, i) => i);
  const back: number[] = [];
  link.onBytes((bytes) => back.push(...bytes));
  link.onEvent((event) => {
    if (event === 'opened') link.write(sent);
  });
  const { stdout } = await promisify(execFile)(python!, [echo, link.path]);
  await expect.poll(() => back.length, { timeout: 5000 }).toBe(256);
  link.close('seen');
  expect(back).toEqual([...sent]);
  expect(stdout).toContain('"distinct": 256');
});
