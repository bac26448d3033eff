import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it as test } from 'vitest';
import { createSystemClock, createVirtualClock, type Micros, ms } from '../../kernel/index.ts';
import { whyNoPty } from './pty-ffi.ts';
import { openPtyLink } from './pty-link.ts';

const clock = createSystemClock();
const baud = 115_200;
const noPty = whyNoPty();
const title = (what: string): string => (noPty ? `${what} (${noPty})` : what);
const it = (what: string, run: () => Promise<void>): void => test.skipIf(noPty)(title(what), run);

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 4000) throw new Error(`${what} did not happen`);
    await clock.sleep(ms(5));
  }
}

/** A host in its own process, as a monitor is: it opens the port, reads, and prints how many bytes came. */
function hostProcess(path: string): ChildProcess {
  const program = `
    const { SerialPort } = require('serialport');
    const port = new SerialPort({ path: process.argv[1], baudRate: ${baud} });
    let count = 0;
    port.on('data', (bytes) => process.stdout.write(String((count += bytes.length)) + '\\n'));`;
  return spawn(process.execPath, ['-e', program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A host as plain as can be, in this process. It must not become our controlling terminal. */
const openHost = (path: string): number => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);

const openFiles = (): number => readdirSync(process.platform === 'linux' ? '/proc/self/fd' : '/dev/fd').length;

it('leaves the number of open files as it was after 200 unplugs and replugs', async () => {
  const before = openFiles();
  const link = openPtyLink({ clock, baud });
  for (let cycle = 0; cycle < 200; cycle += 1) {
    const device = link.devicePath!;
    expect(readlinkSync(link.path)).toBe(device);
    link.unplug();
    expect([existsSync(link.path), existsSync(device), link.devicePath]).toEqual([false, false, undefined]);
    link.replug();
  }
  link.close('end of test');
  expect(openFiles()).toBe(before);
});

it('keeps the path it was given, and gives it up at the end', async () => {
  const path = join(tmpdir(), `heartloop-test-${process.pid}`);
  const link = openPtyLink({ clock, baud, symlink: path });
  expect(() => openPtyLink({ clock, baud, symlink: path })).toThrow(`${path} already leads to ${link.devicePath}`);
  link.unplug();
  link.replug();
  link.replug();
  expect([link.path, readlinkSync(path)]).toEqual([path, link.devicePath]);
  link.close('end of test');
  link.replug();
  expect([existsSync(path), link.devicePath]).toEqual([false, undefined]);
});

it('waits for 10 ms of silence before a clean unplug', async () => {
  const virtual = createVirtualClock();
  const link = openPtyLink({ clock: virtual, baud });
  const host = openHost(link.path);
  await virtual.runUntil(ms(50));
  expect(link.hostOpen).toBe(true);
  link.write(new Uint8Array(22));
  await virtual.runUntil(ms(53)); // the last of them went out at the look at 52 ms
  link.unplug();
  link.unplug();
  expect(link.write(new Uint8Array(22))).toEqual({ accepted: 22 });
  await virtual.runUntil(ms(61.999));
  expect(link.devicePath).toBeDefined();
  await virtual.runUntil(ms(62));
  expect([link.devicePath, link.hostOpen, link.discarded]).toEqual([undefined, false, 22]);
  closeSync(host);
  link.close('end of test');
});

it('does not wait when it is replugged or hangs up in mid-burst', async () => {
  const virtual = createVirtualClock();
  const link = openPtyLink({ clock: virtual, baud });
  for (const end of [() => link.unplug('mid-burst'), () => link.replug()]) {
    const host = openHost(link.path);
    await virtual.runUntil((virtual.now() + ms(50)) as Micros);
    link.write(new Uint8Array(22));
    await virtual.runUntil((virtual.now() + ms(3)) as Micros);
    link.unplug('clean');
    const device = link.devicePath;
    end();
    expect([device === undefined, link.hostOpen]).toEqual([false, false]);
    closeSync(host);
    link.replug();
  }
  link.close('end of test');
});

it('leaves nothing unread for the next host, even one that does not flush, and hears no echo', async () => {
  const virtual = createVirtualClock();
  const link = openPtyLink({ clock: virtual, baud });
  let heard = 0;
  link.onBytes((bytes) => (heard += bytes.length));
  const visit = async (value: number): Promise<number> => {
    const host = openHost(link.path);
    await virtual.runUntil((virtual.now() + ms(50)) as Micros);
    link.write(Uint8Array.of(value, 13, 10));
    await virtual.runUntil((virtual.now() + ms(50)) as Micros);
    return host;
  };
  const first = await visit(1);
  closeSync(first);
  await virtual.runUntil((virtual.now() + ms(50)) as Micros);
  const second = await visit(2);
  const buffer = Buffer.alloc(16);
  expect([...buffer.subarray(0, readSync(second, buffer))]).toEqual([2, 13, 10]);
  expect(heard).toBe(0);
  closeSync(second);
  link.close('end of test');
});

it('catches up after a stall, and then nothing is late', async () => {
  const virtual = createVirtualClock();
  const link = openPtyLink({ clock: virtual, baud, pollMs: 100 });
  const host = openHost(link.path);
  await virtual.runUntil(ms(300));
  const buffer = Buffer.alloc(8192);
  for (let frame = 0; frame < 50; frame += 1) link.write(new Uint8Array(22), ms(300 + 2 * frame));
  await virtual.runUntil(ms(400));
  expect(readSync(host, buffer)).toBe(50 * 22);
  closeSync(host);
  link.close('end of test');
});

it('sees a host that was killed, survives unplugs in mid-burst, and serves the next host', async () => {
  const link = openPtyLink({ clock, baud });
  for (let round = 0; round < 3; round += 1) {
    const host = hostProcess(link.path);
    await until('the host opens', () => link.hostOpen);
    link.write(new Uint8Array(44));
    await once(host, '44');
    if (round === 0) {
      host.kill('SIGKILL');
      await until('the port is lost', () => !link.hostOpen);
      continue;
    }
    link.write(new Uint8Array(220));
    await clock.sleep(ms(6));
    link.unplug('mid-burst');
    expect([link.hostOpen, link.devicePath, existsSync(link.path)]).toEqual([false, undefined, false]);
    host.kill('SIGKILL'); // it may be spinning: that is the host's bug, not ours
    link.replug();
  }
  link.close('end of test');
});

/** Resolves when the host has printed this count. */
function once(host: ChildProcess, count: string): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    host.stdout?.on('data', (come: Buffer) => {
      text += come.toString();
      if (text.split('\n').includes(count)) resolve();
    });
  });
}
