import { SerialPort } from 'serialport';
import { createSystemClock, ms } from '../../../kernel/index.ts';
import { whyNoPty } from '../pty-ffi.ts';
import { openPtyLink } from '../pty-link.ts';
import { describeLinkConformance } from './link-conformance.ts';

describeLinkConformance(
  'pty link',
  (options) => {
    const clock = createSystemClock();
    const link = openPtyLink({ clock, ...options });
    return {
      clock,
      link,
      connect: (baudRate) => new SerialPort({ path: link.path, baudRate, autoOpen: false }),
      pass: (span) => clock.sleep(span),
      async end() {
        link.close('end of test');
        await clock.sleep(ms(5));
      },
    };
  },
  { skip: whyNoPty() },
);
