/** The small leaf that makes runs deterministic: time, chance, bytes, traces. */
export { AssertionError, assert } from './assert.ts';
export type { ByteLink, LinkEvent } from './byte-link.ts';
export { type Cancel, type Clock, every } from './clock.ts';
export { createListeners, type Listeners } from './listeners.ts';
export { createPacedLine, type PacedLine } from './paced-line.ts';
export { createPrng, type Prng, type Ratio } from './prng.ts';
export { createRing, type OnFull, type Ring } from './ring.ts';
export { createSystemClock } from './system-clock.ts';
export {
  createMemoryTrace,
  readTraceHeader,
  TIMED_KEYS,
  TRACE_VERSION,
  type TraceEvent,
  type TraceHeader,
  type TraceSink,
  teeTrace,
} from './trace.ts';
export { createTraceHash, type TraceHash } from './trace-hash.ts';
export { createTwinPort, type TwinDevice, type TwinHost, type TwinHostEvents, type TwinPort, type TwinPortOptions } from './twin-port.ts';
export { formatSeconds, type Micros, ms, parseDuration, seconds, toMs, toSeconds, us } from './units.ts';
export { createVirtualClock, type StopReason, type VirtualClock } from './virtual-clock.ts';
export { createWire, type Release, USB_ADAPTER, type Wire, type WireOptions } from './wire.ts';
