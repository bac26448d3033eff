import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { lastJson, run, start } from './command.ts';

it('carries 60 s of frames over a real pty without losing one', async () => {
  const demo = start('demo', '--for', '60s', '--json');
  const ready = await demo.ready;
  expect(ready).toMatchObject({
    ready: true,
    serialPath: expect.stringMatching(/^\//),
    monitorUrl: expect.stringMatching(/^http:/),
    consoleUrl: expect.stringMatching(/^http:/),
  });
  const ended = await demo.ended;
  expect(ended.code, ended.stderr).toBe(0);
  const summary = lastJson(ended);
  expect(summary).toMatchObject({ framesSent: 30_000, framesDecoded: 30_000, gaps: 0, checksumErrors: 0, seed: 42 });
  expect(Math.abs((summary['durationS'] as number) - 60)).toBeLessThanOrEqual(0.06);
});

it('ends with one sentence when a port is taken, and leaves nothing running', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  for (const option of ['--http', '--console']) {
    const { code, stderr } = await run('demo', option, String(port));
    expect(stderr).toContain(String(port));
    expect(code).not.toBe(0);
    expect(code).not.toBe(70);
  }
  taken.close();
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s right after the ready line, its monitor with it', async (signal) => {
  const demo = start('demo', '--json');
  const { serialPath, monitorUrl } = await demo.ready;
  demo.stop(signal);
  const ended = await demo.ended;
  expect(ended.code, ended.stderr).toBe(0);
  expect(Object.keys(lastJson(ended))).toEqual(['framesSent', 'framesDecoded', 'gaps', 'checksumErrors', 'durationS', 'seed']);
  expect(existsSync(String(serialPath))).toBe(false);
  await expect(fetch(String(monitorUrl))).rejects.toThrow();
});
