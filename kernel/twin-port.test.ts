import { expect, it } from 'vitest';
import { createTwinPort, type TwinHost, type TwinHostEvents, type TwinPort } from './twin-port.ts';
import { ms, seconds, toMs } from './units.ts';
import { createVirtualClock } from './virtual-clock.ts';

const quiet: TwinHostEvents = { readable: () => undefined, writable: () => undefined, gone: () => undefined };
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function bench(options: { capacity?: number } = {}) {
  const clock = createVirtualClock();
  const port = createTwinPort({ clock, baud: 10_000, release: { mode: 'byte' }, ...options }); // 1 ms a byte
  const events: string[] = [];
  const heard: [number, number][] = [];
  port.device.onEvent((event, at) => events.push(`${toMs(at)} ${event}`));
  port.device.onBytes((come, at) => {
    for (const byte of come) heard.push([toMs(at), byte]);
  });
  return { clock, port, events, heard };
}

function opened(port: TwinPort, events = quiet, baud = 10_000): TwinHost {
  const host = port.open(baud, events);
  if (typeof host === 'string') throw new Error(host);
  return host;
}

/** Reads for ever, and notes what came when. */
function reader(port: TwinPort, clock: { now(): number }): { readonly got: [number, number][]; readonly host: TwinHost } {
  const got: [number, number][] = [];
  const host = opened(port, { ...quiet, readable: read });
  function read(): void {
    for (let come = host.read(); come.length > 0; come = host.read()) {
      for (const byte of come) got.push([clock.now() / 1e3, byte]);
      host.take(come.length);
    }
  }
  read();
  return { got, host };
}

it('carries bytes both ways at the speed of the wire', async () => {
  const { clock, port, heard } = bench();
  const { got, host } = reader(port, clock);
  port.device.write(bytes(1, 2, 3));
  host.write(bytes(9, 8));
  await clock.runUntil(seconds(1));
  expect(got).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(heard).toEqual([
    [1, 9],
    [2, 8],
  ]);
  expect(host.unsent).toBe(0);
});

it('shows the device its host: open, baud, break, close', async () => {
  const { clock, port, events } = bench();
  expect([port.device.hostOpen, port.device.hostBaud]).toEqual([false, undefined]);
  const host = opened(port, quiet, 9600);
  expect(port.open(9600, quiet)).toBe('busy');
  expect([port.device.hostOpen, port.device.hostBaud]).toEqual([true, 9600]);
  host.baud = 57_600;
  expect(port.device.hostBaud).toBe(57_600);
  await clock.runUntil(ms(5));
  host.sendBreak();
  host.close();
  host.close();
  expect(events).toEqual(['0 opened', '5 break', '5 closed']);
});

it('keeps what was sent while the host was closed from the next session', async () => {
  const { clock, port } = bench();
  port.device.write(bytes(1, 2));
  const first = reader(port, clock);
  port.device.write(bytes(3, 4, 5));
  await clock.runUntil(ms(1));
  first.host.close();
  port.device.write(bytes(6));
  const second = reader(port, clock);
  port.device.write(bytes(7));
  await clock.runUntil(seconds(1));
  expect([first.got, second.got]).toEqual([[[1, 3]], [[2, 7]]]);
  expect(port.device.discarded).toBe(2 + 2 + 1);
});

it('tells the host when it is unplugged, and opens again after replugging', async () => {
  const { clock, port, events, heard } = bench();
  let gone = 0;
  const host = opened(port, { ...quiet, gone: () => void (gone += 1) });
  host.write(bytes(1, 2));
  await clock.runUntil(ms(1));
  port.unplug();
  port.unplug();
  expect([gone, host.write(bytes(3)), host.read().length, port.open(9600, quiet)]).toEqual([1, 0, 0, 'unplugged']);
  port.replug();
  const { got } = reader(port, clock);
  port.device.write(bytes(4));
  await clock.runUntil(seconds(1));
  expect(got).toEqual([[2, 4]]);
  expect(heard).toEqual([[1, 1]]);
  expect(events).toEqual(['0 opened', '1 closed', '1 unplugged', '1 opened']);
});

it('counts an overrun, and an unread byte waits for its reader', async () => {
  const { clock, port, events } = bench({ capacity: 4 });
  const host = opened(port);
  expect(port.device.write(bytes(1, 2, 3, 4, 5, 6))).toEqual({ accepted: 4 });
  await clock.runUntil(seconds(1));
  expect([...host.read()]).toEqual([1, 2, 3, 4]);
  expect([port.device.lost, events.at(-1)]).toEqual([2, '0 overrun']);
});

it('forgets both directions when flushed, and goes on', async () => {
  const { clock, port, heard } = bench();
  const { got, host } = reader(port, clock);
  port.device.write(bytes(1, 2, 3));
  host.write(bytes(4, 5, 6));
  await clock.runUntil(ms(1));
  host.flush();
  port.device.write(bytes(7));
  host.write(bytes(8));
  await clock.runUntil(seconds(1));
  expect(got.map(([, byte]) => byte)).toEqual([1, 7]);
  expect(heard.map(([, byte]) => byte)).toEqual([4, 8]);
});

it('delivers nothing after it is closed', async () => {
  const { clock, port, events } = bench();
  const { got } = reader(port, clock);
  port.device.write(bytes(1));
  port.device.close('done');
  port.device.close('again');
  expect([port.device.write(bytes(2)), port.open(9600, quiet)]).toEqual([{ accepted: 0 }, 'unplugged']);
  await clock.runUntil(seconds(1));
  expect([got, events]).toEqual([[], ['0 opened', '0 closed']]);
});

it('spends few clock events: one per burst', async () => {
  const clock = createVirtualClock();
  const port = createTwinPort({ clock, baud: 115_200 });
  const { got } = reader(port, clock);
  for (let frame = 0; frame < 500; frame += 1) clock.at(ms(2 * frame), 'frame', () => port.device.write(new Uint8Array(22)));
  await clock.runUntil(seconds(2));
  expect(got).toHaveLength(11_000);
  expect(clock.eventsRun - 500).toBeLessThanOrEqual(50);
});
