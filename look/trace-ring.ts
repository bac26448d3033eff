/**
 * The newest samples of some leads by stream index, in millivolts. What is not a sample is a break of one of two kinds; nothing is
 * ever put in its place.
 */
export const MISSING = Number.NaN;
export const LEAD_OFF = Number.POSITIVE_INFINITY;

export interface TraceRing {
  readonly capacity: number;
  /** Index after the newest sample, and of the oldest one still kept. Equal when empty. */
  readonly newest: number;
  readonly oldest: number;
  /**
   * Takes `count` samples of each lead (`planes[lead][i]` has index `first + i`). Indices that were skipped become MISSING; an index
   * that was had before means the stream began anew, and everything older is forgotten.
   */
  push(first: number, count: number, planes: readonly Float32Array[]): void;
  /** MISSING outside what is kept. */
  at(lead: number, index: number): number;
  clear(): void;
  /** An independent copy: what a frozen screen shows while the stream goes on. */
  copy(): TraceRing;
}

export function createTraceRing({ leads, capacity }: { leads: number; capacity: number }): TraceRing {
  if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`trace ring capacity must be a positive integer, got ${capacity}`);
  return ringOver(
    Array.from({ length: leads }, () => new Float32Array(capacity).fill(MISSING)),
    0,
    0,
  );
}

function ringOver(planesKept: Float32Array[], oldestKept: number, newestKept: number): TraceRing {
  const capacity = planesKept[0]?.length ?? 1;
  let oldest = oldestKept;
  let newest = newestKept;

  function clear(): void {
    oldest = newest = 0;
  }

  function skipTo(index: number): void {
    const from = Math.max(newest, index - capacity);
    for (const plane of planesKept) {
      for (let n = from; n < index; n += 1) plane[n % capacity] = MISSING;
    }
    newest = index;
  }

  function push(first: number, count: number, planes: readonly Float32Array[]): void {
    if (first < newest || newest === oldest) oldest = newest = first;
    else skipTo(first);
    const skip = Math.max(0, count - capacity);
    for (const [lead, kept] of planesKept.entries()) {
      const plane = planes[lead]!;
      for (let i = skip; i < count; i += 1) kept[(first + i) % capacity] = plane[i]!;
    }
    newest = first + count;
    oldest = Math.max(oldest, newest - capacity);
  }

  return {
    capacity,
    get newest() {
      return newest;
    },
    get oldest() {
      return oldest;
    },
    push,
    at: (lead, index) => (index < oldest || index >= newest ? MISSING : (planesKept[lead]?.[index % capacity] ?? MISSING)),
    clear,
    copy: () =>
      ringOver(
        planesKept.map((plane) => plane.slice()),
        oldest,
        newest,
      ),
  };
}
