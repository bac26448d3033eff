import { createVirtualClock, type Micros } from '../../../kernel/index.ts';
import { createTwinLink } from '../twin-link.ts';
import { describeLinkConformance } from './link-conformance.ts';

describeLinkConformance('twin link', (options) => {
  const clock = createVirtualClock();
  const link = createTwinLink({ clock, ...options });
  return {
    clock,
    link,
    connect: (baud) => link.connect(link.path, baud),
    pass: async (span) => void (await clock.runUntil((clock.now() + span) as Micros)),
    end: async () => link.close('end of test'),
  };
});
