import { createHash, type Hash } from 'node:crypto';
import { TIMED_KEYS, type TraceSink } from './trace.ts';

/** JSON with sorted keys and, when asked, without the keys that hold times: equal values give equal text. */
function canonical(value: unknown, timed: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, timed)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && (timed || !TIMED_KEYS.has(key)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item, timed)}`);
  return `{${entries.join(',')}}`;
}

export interface TraceHash extends TraceSink {
  /** Over everything, times included. Equal for two runs of one seed on the virtual clock. */
  full(): string;
  /**
   * Over order and values, without times. Sources are hashed apart and then joined by name: the order of events within one source
   * is behaviour, the interleaving of two sources is timing. Equal on every rung.
   */
  functional(): string;
}

export function createTraceHash(): TraceHash {
  const whole = createHash('sha256');
  const bySource = new Map<string, Hash>();
  return {
    emit({ at, src, kind, data }) {
      whole.update(`${at} ${src} ${kind} ${canonical(data, true)}\n`);
      let source = bySource.get(src);
      if (!source) bySource.set(src, (source = createHash('sha256')));
      source.update(`${kind} ${canonical(data, false)}\n`);
    },
    full: () => whole.copy().digest('hex'),
    functional() {
      const joined = createHash('sha256');
      for (const src of [...bySource.keys()].toSorted()) joined.update(`${src} ${bySource.get(src)!.copy().digest('hex')}\n`);
      return joined.digest('hex');
    },
  };
}
