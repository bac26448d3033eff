import { createRequire } from 'node:module';
import type { MockBindingInterface } from '@serialport/binding-mock' with { 'resolution-mode': 'require' };
import { SerialPortStream } from '@serialport/stream';
import { createVirtualClock, type Micros } from '../../../kernel/index.ts';
import { createMockLink } from '../mock-link.ts';
import { describeLinkConformance } from './link-conformance.ts';

// the package shows its types to `require` only
const { MockBinding } = createRequire(import.meta.url)('@serialport/binding-mock') as { readonly MockBinding: MockBindingInterface };
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
