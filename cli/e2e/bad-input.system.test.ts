/** Bad input gives one clear sentence with the place and the remedy, and the right exit code. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSystemClock } from '../../kernel/index.ts';
import { openPtyLink } from '../../simulator/index.ts';
import { run } from './command.ts';

const dir = mkdtempSync(join(tmpdir(), 'heartloop-bad-'));
afterAll(() => rmSync(dir, { recursive: true }));

const scenario = (name: string, text: string): string => {
  const file = join(dir, name);
  writeFileSync(file, text);
  return file;
};

describe('usage (exit 2)', () => {
  it('an unknown rhythm', async () => {
    const { code, stderr } = await run('synth', '--rhythm', 'sinsu', '--for', '1s', '--out', dir);
    expect(code).toBe(2);
    expect(stderr).toMatch(/sinsu/);
    expect(stderr).toMatch(/sinus/);
  });

  it('a span without a unit', async () => {
    const { code, stderr } = await run('demo', '--for', '10');
    expect(code).toBe(2);
    expect(stderr).toContain('not a duration: "10". Write a number and a unit');
  });

  it('a fault that the device cannot have', async () => {
    const { code, stderr } = await run('sim', '--device', 'ecg12-ascii', '--link', 'pty', '--fault', 'bad-checksum');
    expect(code).toBe(2);
    expect(stderr).toContain('ecg12-ascii have no checksum');
  });

  it('an unknown command', async () => {
    const { code, stderr } = await run('rythms');
    expect(code).toBe(2);
    expect(stderr).toContain('rhythms');
  });

  it('malformed YAML, with file, line and column', async () => {
    const file = scenario('BAD-1.yaml', 'id: BAD-1\nsteps: [ { at: 0 s, rhythm: { kind: sinus }\nend: 5 s\n');
    const { code, stderr, stdout } = await run('lint', file);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/BAD-1\.yaml:\d+:\d+/);
  });

  it('a link that cannot carry the device', async () => {
    const file = scenario(
      'BAD-2.yaml',
      'id: BAD-2\ntitle: too much for the wire\nrequirements: [X-1]\nseed: 1\nrunOn: [virtual]\ndevice: { profile: ideal, leads: 12, bits: 16, rate: 500 Hz }\nlink: { baud: 115200 }\n' +
        'steps:\n  - { at: 0 s, rhythm: { kind: sinus } }\nexpect:\n  - { noAlarm: asystole, during: [0 s, 5 s] }\nend: 5 s\n',
    );
    const { code, stderr, stdout } = await run('lint', file);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/115200/);
    expect(stdout + stderr).toMatch(/BAD-2\.yaml:\d+/);
  });
});

describe('files (exit 2)', () => {
  const taken = scenario('taken', 'a file');
  const nowhere = join(dir, 'nowhere/file');
  const device = ['--device', 'ecg12-binary', '--link', 'pty'];
  it.each([
    ['synth', ['synth', '--rhythm', 'sinus', '--for', '1s', '--out', taken], /--out .*there is a file of that name/],
    ['synth into a file system that refuses', ['synth', '--rhythm', 'sinus', '--for', '1s', '--out', '/proc/none'], /--out \/proc\/none: /],
    ['run', ['run', 'S07', '--out', taken], /--out .*there is a file of that name/],
    ['sim --truth', ['sim', ...device, '--truth', nowhere], /--truth .*no such file or folder/],
    ['sim --bytes', ['sim', ...device, '--bytes', dir], /--bytes .*this is a folder/],
    ['lint', ['lint', dir], /is a folder: name a scenario file in it/],
  ])('%s', async (_what, args, sentence) => {
    const { code, stderr } = await run(...args);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it('analyze never writes over the record, nor over its reference', async () => {
    await run('synth', '--rhythm', 'sinus', '--for', '2s', '--out', dir);
    const before = readFileSync(join(dir, 'sinus.dat'));
    for (const annotator of ['dat', 'hea', 'atr', '../dat']) {
      const { code, stderr } = await run('analyze', join(dir, 'sinus'), '--annotator', annotator);
      expect(stderr).toContain(`--annotator ${annotator}: `);
      expect(code).toBe(2);
    }
    expect(readFileSync(join(dir, 'sinus.dat')).equals(before)).toBe(true);
  });

  it('analyze refuses a part that the record does not have', async () => {
    await run('synth', '--rhythm', 'sinus', '--for', '2s', '--out', dir);
    const { code, stderr } = await run('analyze', join(dir, 'sinus'), '--from', '5s');
    expect(stderr).toMatch(/--from 5s: .*lasts 2\.000 s/);
    expect(code).toBe(2);
  });
});

it.each([
  ['cloud'],
  ['load', 'smoke'],
  ['monitor', '--port', 'auto'],
  ['monitor', '--port', '/dev/null', '--db', 'x'],
  ['run', 'S07', '--on', 'serial'],
  ['sim', '--device', 'ecg12-binary', '--link', 'tcp:127.0.0.1:9'],
  ['synth', '--rhythm', 'sinus', '--for', '1s', '--out', dir, '--format', 'edf'],
])('says that a name of a later version is not part of this one: %s %s %s', async (...args) => {
  const { code, stderr } = await run(...args);
  expect(stderr).toContain('not part of this version');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});

describe('device and transport (exit 3)', () => {
  it('a missing port', async () => {
    const { code, stderr } = await run('monitor', '--port', '/dev/ttyNONE7');
    expect(code).toBe(3);
    expect(stderr).toContain('/dev/ttyNONE7: no such port. See what is there with: heartloop ports');
  });

  it('a busy port', async () => {
    const link = openPtyLink({ clock: createSystemClock(), baud: 115_200 });
    const { connectSerial } = await import('../../monitor/index.ts');
    const first = connectSerial(link.path, 115_200);
    await new Promise<void>((resolve, reject) => first.open((error) => (error ? reject(error) : resolve())));
    const { code, stderr } = await run('monitor', '--port', link.path);
    await new Promise<void>((resolve) => first.close(() => resolve()));
    link.close('seen');
    expect(code).toBe(3);
    expect(stderr).toContain(link.path);
    expect(stderr).toMatch(/in use|busy|another program/);
  });
});
