import type { DeviceLink, Simulator } from '../simulator/index.ts';

/**
 * Powers the device when a host opens its port for the first time, so that the host sees the first frame. Resolves then. `atLatest`
 * powers it without a host too: who asked for ten seconds of a device gets them.
 */
export function startWhenOpened(simulator: Simulator, link: DeviceLink, atLatest?: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    let started = false;
    const start = (): void => {
      cancel();
      if (started) return;
      started = true;
      simulator.start();
      resolve();
    };
    const cancel = link.onEvent((event) => {
      if (event === 'opened') start();
    });
    if (link.hostOpen) start();
    void atLatest?.then(start, () => undefined);
  });
}
