import type { Micros } from '../kernel/index.ts';
import { createDecoder, createEncoder } from './decoder.ts';
import { ALL_CONNECTED, TRANSMITTED_LEADS } from './leads.ts';
import { resolveProfile } from './profiles.ts';

const TURNS = 512;
/** What one read of a serial port returns at most in Node. */
const READ_BYTES = 65_536;
const WARM_UP_MS = 200;
const MEASURED_MS = 1000;

/** Frames of the field profile that differ from one another, as bytes. */
function stretch(): { bytes: Uint8Array; frames: number } {
  const profile = resolveProfile('field');
  const encoder = createEncoder(profile);
  const count = TURNS * profile.counterModulo;
  const samples = Uint16Array.from({ length: count * TRANSMITTED_LEADS.length }, (_, i) => 2000 + ((i * 7919) % 500));
  const connected = new Uint16Array(count).fill(ALL_CONNECTED);
  const bytes = new Uint8Array(count * encoder.frameBytesMax);
  encoder.encode({ samples, connected, count, counter: 0 }, bytes, 0);
  return { bytes, frames: count };
}

/** Decodes the binary generation, checksum and all, from reads of 64 KiB for about a second on the given clock (ms). */
export function benchDecoder(nowMs: () => number): { readonly framesPerS: number } {
  const { bytes, frames } = stretch();
  let checked = 0;
  const sink = { block: ({ count }: { count: number }) => void (checked += count), event: () => {} };
  const decoder = createDecoder(resolveProfile('field'), sink);

  function runFor(spanMs: number): number {
    const begin = nowMs();
    for (let decoded = 0; ; decoded += frames) {
      const spent = nowMs() - begin;
      if (spent >= spanMs) return (decoded / spent) * 1000;
      for (let at = 0; at < bytes.length; at += READ_BYTES) decoder.push(bytes.subarray(at, at + READ_BYTES), 0 as Micros);
    }
  }

  runFor(WARM_UP_MS);
  const framesPerS = runFor(MEASURED_MS);
  if (checked !== decoder.stats.frames || decoder.stats.framesLost > 0) throw new Error('the decoder lost frames of a clean stream');
  return { framesPerS };
}
