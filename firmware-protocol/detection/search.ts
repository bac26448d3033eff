import type { ByteOrder } from './order-judge.ts';
import { type Recognition, recognise } from './recognise.ts';

/** Unrecognised bytes kept for a later look; when they are this many, the older half is dropped. */
const KEPT_BYTES = 1024;

/** Keeps bytes of which nobody knows yet what they are. */
export interface Search {
  /** Where another may put bytes it gives up, from the begin; `length` must be set then. */
  readonly bytes: Uint8Array;
  length: number;
  /** Takes bytes from `from` on as far as there is room. Returns how many. */
  keep(bytes: Uint8Array, from: number): number;
  /** What they are, if it can be told. */
  look(): Recognition | undefined;
  /** Makes room when there is none. Returns the bytes dropped. */
  makeRoom(): number;
  /** Hands out everything that is kept. */
  release(): Uint8Array;
}

export function createSearch(fallback: ByteOrder): Search {
  const kept = new Uint8Array(KEPT_BYTES);
  const search: Search = {
    bytes: kept,
    length: 0,
    keep(bytes, from) {
      const taken = Math.min(bytes.length - from, KEPT_BYTES - search.length);
      kept.set(bytes.subarray(from, from + taken), search.length);
      search.length += taken;
      return taken;
    },
    look: () => recognise(kept, search.length, fallback),
    makeRoom() {
      if (search.length < KEPT_BYTES) return 0;
      kept.copyWithin(0, KEPT_BYTES / 2);
      search.length = KEPT_BYTES / 2;
      return KEPT_BYTES / 2;
    },
    release() {
      const released = kept.slice(0, search.length);
      search.length = 0;
      return released;
    },
  };
  return search;
}
