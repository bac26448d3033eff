/** The server as pages and programs meet it: real sockets, a real monitor, a device on a line in the process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { createSystemClock, seconds } from '../../kernel/index.ts';
import { createSimulator, createTwinLink } from '../../simulator/index.ts';
import { createMonitor, type MonitorEvent } from '../index.ts';
import { type MonitorServer, startMonitorServer } from './index.ts';
import {
  type Answer,
  type DatedEvent,
  type Hello,
  type PageEvents,
  type ServerEvents,
  SOCKET_PATH,
  type StatusMessage,
} from './messages.ts';
import { decodeWaveFrames, type WaveFrame } from './wave-frame.ts';

const clock = createSystemClock();
const profile = resolveProfile('ideal');
const link = createTwinLink({ clock, baud: profile.baud });
const simulator = createSimulator({ clock, seed: 5, profile, link, rhythm: 'sinus' });
const monitor = createMonitor({ clock, path: link.path, connect: (path, baud) => link.connect(path, baud), device: profile });
const assetsDir = mkdtempSync(join(tmpdir(), 'heartloop-page-'));
const patient = { name: 'Sharma, Anil', detail: '58 M', id: 'P-00042' };
let server: MonitorServer;
const sockets: Socket[] = [];

beforeAll(async () => {
  writeFileSync(join(assetsDir, 'index.html'), '<!doctype html><title>page</title>');
  server = await startMonitorServer({ monitor, port: 0, assetsDir, patient, simulated: true });
  monitor.start();
  await monitor.firstOpen();
  simulator.start();
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  simulator.stop();
  await monitor.stop();
  link.close('the test is over');
});

function connect(headers: Record<string, string> = {}): Socket<ServerEvents, PageEvents> {
  const options = { path: SOCKET_PATH, parser, transports: ['websocket'], extraHeaders: headers, reconnection: false, forceNew: true };
  const socket: Socket<ServerEvents, PageEvents> = io(server.url, options);
  sockets.push(socket);
  return socket;
}

const once = <Value>(listen: (resolve: (value: Value) => void) => void): Promise<Value> => new Promise(listen);

it('tells a new page whose heart it is, how things stand, and the waves of the last seconds', async () => {
  await clock.sleep(seconds(1));
  const socket = connect();
  const [hello, past] = await Promise.all([
    once<Hello>((resolve) => socket.on('hello', resolve)),
    once<Uint8Array>((resolve) => socket.on('past', resolve)),
  ]);
  expect(hello).toMatchObject({ patient, simulated: true, status: { path: link.path, sampleRate: 500, connection: 'live' } });
  const decoded = decodeWaveFrames(past);
  expect(decoded.ok && decoded.frames.length).toBeGreaterThan(3);
});

it('sends waves without a hole but those it tells of, and statuses between them', async () => {
  const socket = connect();
  const frames: WaveFrame[] = [];
  const statuses: StatusMessage[] = [];
  socket.on('status', (message) => statuses.push(message));
  await once<void>((resolve) =>
    socket.on('wave', (bytes) => {
      const decoded = decodeWaveFrames(bytes);
      if (decoded.ok) frames.push(...decoded.frames);
      if (frames.length >= 50) resolve();
    }),
  );
  for (const [i, frame] of frames.entries()) {
    const before = frames[i - 1];
    if (before && !frame.gapBefore) expect(frame.firstSample).toBe(before.firstSample + before.count);
  }
  expect(frames.some(({ data }) => data.some((value) => value !== 0))).toBe(true);
  expect(statuses.length).toBeGreaterThanOrEqual(2);
});

it('passes events on as the monitor tells them, and acknowledges what stands', async () => {
  const socket = connect();
  const told: MonitorEvent[] = [];
  const cancel = monitor.onEvent((event) => told.push(event));
  const raised = once<DatedEvent>((resolve) => socket.on('event', (dated) => dated.event.kind === 'alarm' && resolve(dated)));
  simulator.command({ do: 'electrode', electrode: 'V1', state: 'off' });
  const { event } = await raised;
  expect(event).toMatchObject({ id: 'lead-off', state: 'on' });
  expect(told).toContainEqual(event);
  expect(await socket.emitWithAck('acknowledge', 'lead-off')).toEqual({ ok: true });
  expect(monitor.status.alarms.find(({ id }) => id === 'lead-off')?.state).toBe('acknowledged');
  cancel();
});

it('answers a command that makes no sense in one sentence, and goes on', async () => {
  const socket = connect();
  const send = socket as unknown as { emitWithAck(name: string, value: unknown): Promise<Answer> };
  expect(await send.emitWithAck('acknowledge', 'vf')).toEqual({ ok: false, error: 'there is no such alarm to acknowledge: "vf"' });
  expect(await send.emitWithAck('acknowledge', { a: [1] })).toMatchObject({ ok: false });
  expect(await send.emitWithAck('display', { band: 'loud', notch: 50 })).toMatchObject({
    ok: false,
    error: expect.stringContaining('band is'),
  });
  expect(await socket.emitWithAck('display', { band: 'diagnostic', notch: 50 })).toEqual({ ok: true });
  expect(monitor.status.display).toEqual({ band: 'diagnostic', notch: 50 });
});

it('serves the page, its health and its status', async () => {
  const page = await fetch(server.url);
  expect(await page.text()).toContain('<title>page</title>');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });
  expect(await (await fetch(`${server.url}/api/status`)).json()).toMatchObject({ patient, simulated: true, path: link.path });
  expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
});

it('turns away a page of another site', async () => {
  const refused = await once<Error>((resolve) => connect({ origin: 'http://evil.example' }).on('connect_error', resolve));
  expect(refused).toBeInstanceOf(Error);
  expect((await fetch(server.url, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
});

it('says in one sentence that the port is taken', async () => {
  const { port } = new URL(server.url);
  await expect(startMonitorServer({ monitor, port: Number(port), assetsDir })).rejects.toThrow(
    `the monitor cannot use port ${port}: another program listens there. Choose another port, or 0 for any free one`,
  );
});

it('says in one sentence that the page is not built, and works without it', async () => {
  const bare = await startMonitorServer({ monitor, port: 0, assetsDir: join(assetsDir, 'nowhere') });
  const page = await fetch(bare.url);
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('run "npm run build:web"')]);
  expect((await fetch(`${bare.url}/healthz`)).status).toBe(200);
  await bare.close();
});

it('closes with a page connected, and nothing answers afterwards', async () => {
  const socket = connect();
  await once<Hello>((resolve) => socket.on('hello', resolve));
  const gone = once<string>((resolve) => socket.on('disconnect', resolve));
  await server.close();
  await gone;
  await expect(fetch(server.url)).rejects.toThrow();
});
