import type { DeviceLink } from '../contract.ts';

/** A link that knows where its bytes went: written = delivered + lost + discarded + still on the wire. */
export interface CountedLink extends DeviceLink {
  /** Bytes refused by a full queue: the device was faster than the wire, or the host stopped reading. */
  readonly lost: number;
  /** Bytes sent while no host listened, and those a host left unread. */
  readonly discarded: number;
}
