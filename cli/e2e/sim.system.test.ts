import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createDecoder, resolveProfile } from '../../firmware-protocol/index.ts';
import { seconds } from '../../kernel/index.ts';
import { lastJson, run, start } from './command.ts';

const dir = mkdtempSync(join(tmpdir(), 'heartloop-sim-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('sends without a host what was asked for, and the bytes decode to the truth but for the frames a fault took', async () => {
  const [truth, bytes] = [join(dir, 'truth.jsonl'), join(dir, 'wire.bin')];
  const files = ['--truth', truth, '--bytes', bytes];
  const ended = await run(
    'sim',
    '--device',
    'ecg12-binary',
    '--link',
    'pty',
    '--for',
    '3s',
    '--fault',
    'drop-frames,frames=70',
    ...files,
    '--json',
  );
  expect(ended.code, ended.stderr).toBe(0);
  expect(lastJson(ended)).toMatchObject({ framesSent: 1430, bytesSent: 1430 * 22, faultsInjected: 1, seed: 42 });

  const sent = readFileSync(truth, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; samples?: number[] })
    .filter(({ kind }) => kind === 'frame')
    .map(({ samples }) => samples!);
  const read: number[][] = [];
  const decoder = createDecoder(resolveProfile('ideal'), {
    block: ({ samples, count }) => {
      for (let i = 0; i < count; i += 1) read.push([...samples.subarray(i * 8, i * 8 + 8)]);
    },
    event: () => undefined,
  });
  decoder.push(readFileSync(bytes), seconds(0));
  expect(sent).toHaveLength(1500);
  expect(read).toHaveLength(1430);
  const lost = read.findIndex((samples, i) => String(samples) !== String(sent[i]));
  expect(lost).toBeGreaterThanOrEqual(450);
  expect(read).toEqual([...sent.slice(0, lost), ...sent.slice(lost + 70)]);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s with its document, and leaves no name behind', async (signal) => {
  const sim = start('sim', '--device', 'ecg12-binary', '--link', `pty:${join(dir, 'port')}`, '--control', '0', '--json');
  const { path, pid } = await sim.ready;
  expect(pid).toBe(sim.pid);
  expect(existsSync(String(path))).toBe(true);
  sim.stop(signal);
  const ended = await sim.ended;
  expect(ended.code, ended.stderr).toBe(0);
  expect(lastJson(ended)).toEqual({ framesSent: 0, bytesSent: 0, faultsInjected: 0, durationS: 0, seed: 42 });
  expect(existsSync(String(path))).toBe(false);
});
