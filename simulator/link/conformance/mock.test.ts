import { createRequire } from 'node:module';
import { SerialPortStream } from '@serialport/stream';
import { expect, it } from 'vitest';
import { createVirtualClock, type Micros } from '../../../kernel/index.ts';
import { createMockLink } from '../mock-link.ts';
import { describeLinkConformance } from './link-conformance.ts';

// the package shows its types to `require` only
type Mock = typeof import('@serialport/binding-mock', { with: { 'resolution-mode': 'require' }});
const { MockBinding } = createRequire(import.meta.url)('@serialport/binding-mock') as Mock;
const path = '/dev/ROBOT';

describeLinkConformance('mock link', (options) => {
  MockBinding.reset();
  MockBinding.createPort(path);
  const clock = createVirtualClock();
  const link = createMockLink({ clock, mock: MockBinding, path, ...options });
  return {
    clock,
    link,
    connect: (baudRate) => new SerialPortStream({ binding: MockBinding, path, baudRate, autoOpen: false }),
    pass: async (span) => void (await clock.runUntil((clock.now() + span) as Micros)),
    end: async () => link.close('end of test'),
  };
});

it('leaves other ports of the mock alone, and lets go of it when closed', async () => {
  MockBinding.reset();
  MockBinding.createPort(path);
  MockBinding.createPort('/dev/OTHER', { echo: true });
  const open = Reflect.get(MockBinding, 'open');
  const link = createMockLink({ clock: createVirtualClock(), mock: MockBinding, path, baud: 9600 });
  link.unplug();
  await expect(MockBinding.open({ path, baudRate: 9600 })).rejects.toThrow('No such file or directory');
  const other = await MockBinding.open({ path: '/dev/OTHER', baudRate: 9600 });
  await other.write(Buffer.from('echo'));
  expect((await other.read(Buffer.alloc(8), 0, 8)).bytesRead).toBe(4);
  link.close('end of test');
  expect(Reflect.get(MockBinding, 'open')).toBe(open);
});
