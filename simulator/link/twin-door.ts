import type { TwinPort } from '../../kernel/index.ts';
import type { CountedLink } from './counted-link.ts';

/** The device's end of a twin port, as the simulator wants it. `onClose` runs before the port closes. */
export function createTwinDoor(port: TwinPort, path: string, onClose?: () => void): CountedLink {
  const { device } = port;
  return {
    path,
    write: (bytes, at) => device.write(bytes, at),
    onBytes: (listener) => device.onBytes(listener),
    onEvent: (listener) =>
      device.onEvent((event, at) => {
        if (event === 'opened' || event === 'closed') listener(event, at);
      }),
    unplug: () => port.unplug(),
    replug: () => port.replug(),
    close(reason) {
      onClose?.();
      device.close(reason);
    },
    get hostOpen() {
      return device.hostOpen;
    },
    get hostBaud() {
      return device.hostBaud;
    },
    get lost() {
      return device.lost;
    },
    get discarded() {
      return device.discarded;
    },
  };
}
