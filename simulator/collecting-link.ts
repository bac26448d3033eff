import { createListeners, type Micros, us } from '../kernel/index.ts';
import type { DeviceLink } from './contract.ts';

/** The shortest line there is: what the device says is kept, at once and whole. For work on the bytes alone, without a host. */
export interface CollectingLink extends DeviceLink {
  /** Everything since the last call. */
  take(): Uint8Array;
  /** What a host would send. */
  say(text: string): void;
}

export function createCollectingLink(): CollectingLink {
  const said = createListeners<[Uint8Array, Micros]>();
  const kept: Uint8Array[] = [];
  let plugged = true;
  return {
    path: 'collecting',
    hostOpen: true,
    hostBaud: undefined,
    write(bytes) {
      if (!plugged) return { accepted: 0 };
      kept.push(bytes.slice());
      return { accepted: bytes.length };
    },
    take: () => Uint8Array.from(kept.splice(0).flatMap((bytes) => [...bytes])),
    say: (text) => said.tell(new TextEncoder().encode(text), us(0)),
    onBytes: said.add,
    onEvent: () => () => undefined,
    unplug() {
      plugged = false;
    },
    replug() {
      plugged = true;
    },
    close: () => said.clear(),
  };
}
