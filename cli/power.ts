import type { DeviceLink, Simulator } from '../simulator/index.ts';

/** Powers the device when a host opens its port for the first time, so that the host sees the first frame. Resolves then. */
export function startWhenOpened(simulator: Simulator, link: DeviceLink): Promise<void> {
  return new Promise((resolve) => {
    const start = (): void => {
      cancel();
      simulator.start();
      resolve();
    };
    const cancel = link.onEvent((event) => {
      if (event === 'opened') start();
    });
    if (link.hostOpen) start();
  });
}
