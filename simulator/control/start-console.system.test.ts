import { createServer } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import { afterEach, expect, it } from 'vitest';
import { createConsoleBench } from './console-bench.ts';
import { type ClientEvents, type CommandAnswer, PREVIEW_FRAME_BYTES, type ServerEvents, SOCKET_PATH } from './messages.ts';
import { startConsole } from './start-console.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function open(origin?: string) {
  const bench = createConsoleBench();
  const started = await startConsole(bench.options);
  const socket: Socket<ServerEvents, ClientEvents> = io(started.url, {
    path: SOCKET_PATH,
    parser,
    transports: ['websocket'],
    reconnection: false,
    ...(origin !== undefined && { extraHeaders: { origin } }),
  });
  ends.push(
    () => started.close(),
    () => socket.close(),
    () => bench.simulator.stop(),
  );
  return { bench, started, socket };
}

it('greets a page, sends it what the device sends, and answers its commands', async () => {
  const { bench, socket } = await open();
  const hello = new Promise<Parameters<ServerEvents['hello']>[0]>((resolve) => void socket.on('hello', resolve));
  expect(await hello).toMatchObject({ facts: { seed: 42 }, journal: [], status: { state: { rhythm: 'sinus' } } });
  const wave = new Promise<[number, Uint8Array]>((resolve) => void socket.on('wave', (at, frames) => resolve([at, frames])));
  await bench.runTo(0.5);
  const [at, frames] = await wave;
  expect([at, frames.length % PREVIEW_FRAME_BYTES]).toEqual([0, 0]);
  const ask = (command: unknown) => new Promise<CommandAnswer>((resolve) => void socket.emit('command', command, resolve));
  expect(await ask({ do: 'unplug' })).toMatchObject({ ok: true, state: { plugged: false } });
  expect(await ask({ do: 'fly' })).toMatchObject({ ok: false, error: expect.stringContaining('"do" is "fly"') });
});

it('lets no page of another site in', async () => {
  const { socket } = await open('http://elsewhere.example');
  await expect(new Promise((_, reject) => void socket.on('connect_error', reject))).rejects.toThrow();
});

it('says in one sentence that its port is taken', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => void blocker.listen(0, '127.0.0.1', resolve));
  ends.push(() => blocker.close());
  const address = blocker.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const bench = createConsoleBench();
  ends.push(() => bench.simulator.stop());
  await expect(startConsole({ ...bench.options, port })).rejects.toThrow(
    `port ${port}: another program listens there. Choose another port, or 0`,
  );
});
