import type { Cancel } from './clock.ts';
import type { Micros } from './units.ts';

/**
 * What happens to a link besides bytes.
 * `opened` and `closed`: the far side took or left the line. `unplugged`: the line itself is gone.
 * `break`, `framing`, `overrun`: what a UART would have noticed.
 */
export type LinkEvent = 'opened' | 'closed' | 'unplugged' | 'break' | 'framing' | 'overrun';

/** One end of a serial line. Bytes arrive in order or not at all. */
export interface ByteLink {
  /** Never blocks. Bytes beyond what the line can hold are refused: `accepted` says how many were taken, from the front. */
  write(bytes: Uint8Array): { accepted: number };
  /** The listener owns the bytes only during the call: copy what you keep. */
  onBytes(listener: (bytes: Uint8Array, at: Micros) => void): Cancel;
  onEvent(listener: (event: LinkEvent, at: Micros) => void): Cancel;
  /** Idempotent. Nothing is delivered afterwards. */
  close(reason: string): void;
}
