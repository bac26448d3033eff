import type { Micros } from '../../kernel/index.ts';
import type { DecoderSink, StreamDecoder } from '../codec.ts';
import type { DeviceProfile } from '../profile.ts';
import { createAsciiGeneration, createBinaryGeneration, detectedEvent, type Generation } from './generations.ts';
import { createJointStats } from './joint-stats.ts';
import type { Recognition } from './recognise.ts';
import { createSearch } from './search.ts';

const US_PER_S = 1e6;

/**
 * Finds out by itself which generation a device speaks and in which byte order (`recognise` and `createOrderJudge` have the rules),
 * decodes it, and looks again when 512 bytes held no frame or after a reset. What it looked at before it knew is decoded afterwards.
 * Frame indices go on across a change, in the rate of the new generation (see `detectedProfile`). The profile gives the checksum and
 * the rate of its own generation; its protocol and byte order are hints.
 */
export function createDetectingDecoder(profile: DeviceProfile, sink: DecoderSink): StreamDecoder {
  const search = createSearch(profile.byteOrder);
  /** Bytes of the push that nobody has taken yet. */
  let unread = 0;
  let now = 0 as Micros;
  let lastFrameAt: Micros | undefined;
  let isSearching = true;
  let current: Generation | undefined;
  const generations = {
    'ecg12-ascii': createAsciiGeneration(profile, sink),
    'ecg12-binary': createBinaryGeneration(profile, sink, announce),
  };
  const own = {
    bytesIn: 0,
    bytesDiscarded: 0,
    framesLost: 0,
    get bytesPending() {
      return search.length + unread;
    },
  };

  function announce(): void {
    if (current) sink.event(detectedEvent(current, now));
  }

  /** Time goes on from the old generation to the new one, and the silence between them is a gap. */
  function handOver(from: Generation | undefined, to: Generation): void {
    const begin = from ? Math.round((from.decoder.nextFrame / from.sampleRate) * to.sampleRate) : 0;
    const silenceS = lastFrameAt === undefined ? 0 : (now - lastFrameAt) / US_PER_S;
    const gap = Math.max(0, Math.round(silenceS * to.sampleRate - search.length / to.frameBytes));
    to.decoder.restart(begin + gap);
    if (gap === 0) return;
    own.framesLost += gap;
    sink.event({ kind: 'gap', frames: gap, exact: false, at: now });
  }

  /** What a generation gives up on is kept for a closer look. Returns the bytes taken. */
  function decode({ decoder }: Generation, bytes: Uint8Array, from: number): number {
    const framesBefore = decoder.stats.frames;
    const taken = decoder.feed(bytes, from, now);
    if (decoder.stats.frames > framesBefore) lastFrameAt = now;
    isSearching = decoder.isBarren;
    if (isSearching) search.length = decoder.surrender(search.bytes);
    return taken;
  }

  function engage(recognition: Recognition): void {
    const previous = current;
    const next = generations[recognition.protocol];
    current = next;
    const isNews = next.adopt(recognition);
    if (next !== previous || isNews) announce();
    if (next !== previous) handOver(previous, next);
    next.decoder.encourage();
    const bytes = search.release();
    const taken = decode(next, bytes, 0);
    search.keep(bytes, taken);
  }

  function lookAt(bytes: Uint8Array, from: number): number {
    const taken = search.keep(bytes, from);
    unread -= taken;
    const recognition = search.look();
    if (recognition) engage(recognition);
    own.bytesDiscarded += search.makeRoom();
    return taken;
  }

  return {
    push(bytes, at) {
      now = at;
      own.bytesIn += bytes.length;
      for (let from = 0; from < bytes.length; ) {
        unread = bytes.length - from;
        if (isSearching || !current) from += lookAt(bytes, from);
        else {
          unread = 0; // the generation counts them as its own
          from += decode(current, bytes, from);
        }
      }
      unread = 0;
    },
    reset() {
      own.bytesDiscarded += search.release().length;
      current?.decoder.reset();
      isSearching = true;
    },
    stats: createJointStats(
      Object.values(generations).map(({ decoder }) => decoder.stats),
      own,
    ),
  };
}
