/**
 * The little the host says. The ascii generation waits to be told to start; a port that stays silent is told as well whatever its
 * profile says, for the binary generation does not listen.
 */
import { type DeviceProfile, hostCommand, START_SETTLE_MS } from '../../firmware-protocol/index.ts';
import { type Cancel, type Clock, type Micros, ms } from '../../kernel/index.ts';

export interface DeviceCall {
  opened(): void;
  heard(): void;
  closed(): void;
}

export function createDeviceCall(clock: Clock, protocol: DeviceProfile['protocol'], write: (bytes: Uint8Array) => void): DeviceCall {
  let cancel: Cancel | undefined;
  return {
    opened() {
      if (protocol === 'ecg12-ascii') write(hostCommand('start'));
      cancel = clock.at((clock.now() + ms(START_SETTLE_MS)) as Micros, 'port.call', () => write(hostCommand('start')));
    },
    heard: () => cancel?.(),
    closed: () => cancel?.(),
  };
}
