import { expect, it } from 'vitest';
import { createTwinPort, createVirtualClock, ms, seconds, toMs, us } from '../../kernel/index.ts';
import { createTwinBinding } from './twin-binding.ts';

const openOptions = { path: 'twin', baudRate: 10_000 };

function bench(options: { capacity?: number } = {}) {
  const clock = createVirtualClock();
  const port = createTwinPort({ clock, baud: 10_000, release: { mode: 'byte' }, ...options }); // 1 ms a byte
  return { clock, port, binding: createTwinBinding(port, 'twin') };
}

it('writes no faster than the line takes it, and drains when the last byte has crossed', async () => {
  const { clock, port, binding } = bench({ capacity: 4 });
  const heard: number[] = [];
  port.device.onBytes((bytes) => heard.push(...bytes));
  const opened = await binding.open(openOptions);
  const done: string[] = [];
  void opened.write(Buffer.from([1, 2, 3, 4, 5, 6])).then(() => done.push(`written at ${toMs(clock.now())}`));
  void opened.drain().then(() => done.push(`drained at ${toMs(clock.now())}`));
  await clock.runUntil(seconds(1));
  expect(done).toEqual(['written at 2', 'drained at 6']);
  expect(heard).toEqual([1, 2, 3, 4, 5, 6]);
});

it('leaves unread bytes in the line until someone reads, a few at a time if need be', async () => {
  const { clock, port, binding } = bench();
  const opened = await binding.open(openOptions);
  port.device.write(Uint8Array.from([1, 2, 3]));
  await clock.runUntil(ms(100));
  const buffer = Buffer.alloc(8);
  expect([(await opened.read(buffer, 4, 2)).bytesRead, (await opened.read(buffer, 6, 2)).bytesRead]).toEqual([2, 1]);
  expect([...buffer]).toEqual([0, 0, 0, 0, 1, 2, 3, 0]);
});

it('fails everything in progress as canceled on close, as disconnected on unplug', async () => {
  for (const [end, mark] of [
    ['close', { canceled: true }],
    ['unplug', { disconnect: true }],
  ] as const) {
    const { clock, port, binding } = bench({ capacity: 2 });
    const opened = await binding.open(openOptions);
    const pending = Promise.allSettled([opened.read(Buffer.alloc(1), 0, 1), opened.write(Buffer.from([1, 2, 3])), opened.drain()]);
    await clock.runUntil(us(1));
    if (end === 'close') await opened.close();
    else port.unplug();
    for (const result of await pending) expect(result).toMatchObject({ status: 'rejected', reason: mark });
  }
});

it('answers like a port: list, modem lines, baud rate, break, flush', async () => {
  const { port, binding } = bench();
  expect(await binding.list()).toMatchObject([{ path: 'twin' }]);
  const events: string[] = [];
  port.device.onEvent((event) => events.push(event));
  const opened = await binding.open(openOptions);
  await opened.set({ brk: true });
  expect([await opened.get(), await opened.getBaudRate()]).toEqual([{ cts: true, dsr: true, dcd: true }, { baudRate: 10_000 }]);
  await opened.write(Buffer.from([1]));
  await opened.flush();
  await opened.drain();
  port.unplug();
  expect([await binding.list(), events]).toEqual([[], ['opened', 'break', 'closed', 'unplugged']]);
  await expect(opened.get()).rejects.toMatchObject({ disconnect: true });
});

it('refuses what a port refuses', async () => {
  const { port, binding } = bench();
  await expect(binding.open({ path: 'other', baudRate: 9600 })).rejects.toMatchObject({
    code: 'ENOENT',
    message: expect.stringContaining('cannot open other'),
  });
  await expect(binding.open({ path: 'twin', baudRate: 0 })).rejects.toThrow('"baudRate" must be a positive number, got 0');
  const opened = await binding.open(openOptions);
  await expect(binding.open(openOptions)).rejects.toThrow('Cannot lock port');
  await expect(opened.update({ baudRate: -1 })).rejects.toThrow('"baudRate" must be a positive number, got -1');
  await expect(opened.read(Buffer.alloc(1), 0, 2)).rejects.toThrow('too small');
  await opened.close();
  await expect(opened.write(Buffer.from([1]))).rejects.toThrow('Port is not open');
  await expect(opened.close()).rejects.toThrow('Port is not open');
  port.unplug();
  await expect(binding.open(openOptions)).rejects.toThrow('No such file or directory, cannot open twin');
});
