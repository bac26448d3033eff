import { expect, it } from 'vitest';
import { type Micros, ms, us } from '../../kernel/index.ts';
import type { CodecUnderTest } from '../conformance/codec-under-test.ts';
import { damage, encodeEach, type Fault, join, makeFrames } from '../conformance/stream.ts';
import { countHeard, createTranscript } from '../conformance/transcript.ts';
import { createDecoder, createEncoder } from '../decoder.ts';
import { electrodeMask } from '../leads.ts';
import { type ProfileOverrides, resolveProfile } from '../profiles.ts';
import { CHECKSUM, FRAME_BYTES, START } from './layout.ts';

function codecOf(overrides: ProfileOverrides = {}): CodecUnderTest {
  const profile = resolveProfile('field', overrides);
  return {
    createEncoder: () => createEncoder(profile),
    createDecoder: (sink) => createDecoder(profile, sink),
    sampleRate: profile.sampleRate,
    hasConnectionBits: true,
    pendingBytesMax: 2 * FRAME_BYTES,
  };
}
const codec = codecOf();
const FRAME_MS = 2;

/** Frames that arrive one by one, each when it was sent: frame `i` at `i` * 2 ms. */
function hearOnTime(frames: readonly Uint8Array[], sentAt: (i: number) => Micros = (i) => ms(i * FRAME_MS)) {
  const transcript = createTranscript(codec);
  for (const [i, frame] of frames.entries()) transcript.decoder.push(frame, sentAt(i));
  return transcript;
}

it.each([1, 2])('each of 512 faults at each of the 22 bytes of frame %i costs at most one frame', (hit) => {
  const sent = makeFrames(codec, 5, 1);
  const parts = encodeEach(codec, sent, 62);
  const faults: Fault[] = [{ kind: 'drop' }];
  for (let byte = 0; byte < 256; byte += 1) faults.push({ kind: 'insert', byte });
  for (let mask = 1; mask < 256; mask += 1) faults.push({ kind: 'flip', mask });
  for (let at = 0; at < FRAME_BYTES; at += 1) {
    for (const fault of faults) {
      const transcript = createTranscript(codec);
      transcript.hear(join(parts.with(hit, damage(parts[hit]!, at, fault))));
      const { framesLost } = transcript.decoder.stats;
      if (countHeard(sent, transcript.frames) < 4 || framesLost > 1) expect({ at, fault, framesLost }).toBeUndefined();
    }
  }
});

it('S16: a checksum byte that looks like a start does not keep a late reader from the frames', () => {
  const lows = START.value - 0x20 - 0x60; // what the low bytes must add when LA, RA and LL are on
  const samples = [lows >> 1, lows - (lows >> 1), 0, 0, 0, 0, 0, 0];
  const frames = makeFrames(codec, 300, 1).map(() => ({ samples, connected: electrodeMask(['LA', 'RA', 'LL']) }));
  for (const overrides of [{ checksum: 'sum8' }, { checksum: { fixed: START.value }, counterModulo: 256 }] as const) {
    const under = codecOf(overrides);
    const bytes = join(encodeEach(under, frames));
    expect(bytes[CHECKSUM.at]).toBe(START.value);
    for (let late = 1; late < FRAME_BYTES; late += 1) {
      const transcript = createTranscript(under);
      transcript.hear(bytes.subarray(late));
      expect(transcript.frames.length).toBeGreaterThanOrEqual(frames.length - 2);
      expect(transcript.decoder.stats.framesLost).toBe(0);
    }
  }
});

it('S15: a stray start byte between or inside frames is told as what it cost', () => {
  const parts = encodeEach(codec, makeFrames(codec, 4, 1));
  const between = createTranscript(codec);
  between.hear(join([...parts.slice(0, 2), Uint8Array.of(START.value), ...parts.slice(2)]));
  expect(between.events).toMatchObject([{ kind: 'resync', bytes: 1 }]);
  const inside = createTranscript(codec);
  inside.hear(join([parts[0]!, damage(parts[1]!, 9, { kind: 'insert', byte: START.value }), ...parts.slice(2)]));
  expect(inside.events).toMatchObject([{ kind: 'refused' }, { kind: 'resync', bytes: 23 }, { kind: 'gap', frames: 1, exact: true }]);
});

it('S17: a payload bit flipped under sum7 is a checksum error, not a sample; and a high bit is out of range', () => {
  const parts = encodeEach(codec, makeFrames(codec, 3, 1));
  const flips = [0x01, 0x80].map((mask) => {
    const transcript = createTranscript(codec);
    transcript.hear(join([parts[0]!, damage(parts[1]!, 8, { kind: 'flip', mask }), parts[2]!]));
    return transcript;
  });
  expect(flips.map(({ events }) => events[0])).toMatchObject([{ because: 'checksum' }, { because: 'range' }]);
  expect(flips.map(({ decoder }) => decoder.stats.checksumErrors)).toEqual([1, 0]);
});

it.each([100, 64, 128, 1000, 30_000])('S18: %i frames lost, more than a turn, are told by time of arrival', (gone) => {
  const parts = encodeEach(codec, makeFrames(codec, 50 + gone + 80, 1));
  const transcript = hearOnTime(parts.toSpliced(50, gone), (i) => ms((i < 50 ? i : i + gone) * FRAME_MS));
  expect(transcript.events).toMatchObject([{ kind: 'gap', frames: gone, exact: false }]);
  expect(transcript.frames.at(-1)!.index).toBe(50 + gone + 79);
  expect(transcript.decoder.stats.framesLost).toBe(gone);
});

it('S18: a repeat across 63 -> 0 is dropped even when the signal is flat', () => {
  const flat = makeFrames(codec, 80, 1).map(() => ({ samples: [2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048], connected: 0x1ff }));
  const parts = encodeEach(codec, flat);
  const transcript = hearOnTime([...parts.slice(0, 65), ...parts.slice(63, 65), ...parts.slice(65)]);
  expect(transcript.events.map(({ kind }) => kind)).toEqual(['duplicate', 'duplicate']);
  expect(transcript.frames.map(({ index }) => index)).toEqual(flat.map((_, i) => i));
});

it('S18: sixty-three frames lost on a flat line are a gap, not a repeat', () => {
  const flat = makeFrames(codec, 200, 1).map(() => ({ samples: [0, 0, 0, 0, 0, 0, 0, 0], connected: 0x1ff }));
  const transcript = hearOnTime(encodeEach(codec, flat).toSpliced(100, 63), (i) => ms((i < 100 ? i : i + 63) * FRAME_MS));
  expect(transcript.events).toMatchObject([{ kind: 'gap', frames: 63, exact: true }]);
});

it('S19: a device at half the nominal rate loses nothing, however its bytes are read', () => {
  const parts = encodeEach(codec, makeFrames(codec, 1000, 1));
  expect(hearOnTime(parts, (i) => ms(2 * i * FRAME_MS)).events).toEqual([]);
  const inTens = Array.from({ length: 20 }, (_, i) => join(parts.slice(50 * i, 50 * i + 50)));
  expect(hearOnTime(inTens, (i) => ms(200 * (i + 1))).events).toEqual([]);
});

it('S32: a backlog that comes late but complete is no loss, read at once or in pieces', () => {
  const parts = encodeEach(codec, makeFrames(codec, 2000, 1));
  const late = (pieceFrames: number, frameUs = 20) => {
    const transcript = hearOnTime(parts.slice(0, 500));
    const backlog = parts.slice(500, 1500); // two seconds asleep
    for (let at = 0; at < backlog.length; at += pieceFrames) {
      transcript.decoder.push(join(backlog.slice(at, at + pieceFrames)), us(3e6 + at * frameUs));
    }
    const live = 1500 + (backlog.length * frameUs) / 2000; // what came in while the backlog was read comes at once
    for (const [i, part] of parts.slice(1500).entries()) transcript.decoder.push(part, ms(Math.max(live, 1501 + i) * FRAME_MS));
    return transcript;
  };
  for (const transcript of [late(1000), late(186), late(11), late(3, 400)]) {
    expect(transcript.events).toEqual([]);
    expect(transcript.frames).toHaveLength(2000);
  }
});

it('a buffer that overran while the host slept: what it held is placed, what it could not hold is counted', () => {
  const parts = encodeEach(codec, makeFrames(codec, 3000, 1));
  const transcript = hearOnTime(parts.slice(0, 500));
  const held = join(parts.slice(500, 1430)); // 20 KB of a sleep of 4 s
  for (let at = 0; at < held.length; at += 4095) transcript.decoder.push(held.subarray(at, at + 4095), us(5e6 + at));
  for (const [i, part] of parts.slice(2500).entries()) transcript.decoder.push(part, ms(5030 + i * FRAME_MS));
  expect(transcript.decoder.stats.framesLost).toBe(1070);
  expect(transcript.frames.at(-1)!.index).toBe(2999);
});

it('after a reset the next frame is placed by time of arrival, wherever its counter stands', () => {
  const parts = encodeEach(codec, makeFrames(codec, 5000, 1));
  const transcript = hearOnTime(parts.slice(0, 100));
  transcript.decoder.push(parts[100]!.subarray(0, 9), ms(200));
  transcript.decoder.reset();
  expect(transcript.decoder.stats).toMatchObject({ bytesPending: 0, bytesDiscarded: 9 });
  for (const [i, part] of parts.slice(3000).entries()) transcript.decoder.push(part, ms((3000 + i) * FRAME_MS));
  expect(transcript.events).toMatchObject([{ kind: 'gap', frames: 2900, exact: false }]);
  expect(transcript.frames.at(-1)!.index).toBe(4999);
});

it('a frame whose counter jumps waits for its successor, and is handed over by a reset', () => {
  const parts = encodeEach(codec, makeFrames(codec, 10, 1));
  const transcript = hearOnTime([...parts.slice(0, 5), parts[8]!]);
  expect(transcript.decoder.stats).toMatchObject({ frames: 5, bytesPending: FRAME_BYTES });
  transcript.decoder.reset();
  expect(transcript.frames.at(-1)!.index).toBe(8);
  expect(transcript.decoder.stats).toMatchObject({ frames: 6, framesLost: 3, bytesPending: 0 });
});

it('blocks are reused arrays and never hold an inner gap', () => {
  const parts = encodeEach(codec, makeFrames(codec, 3000, 1));
  const blocks: { firstFrame: number; count: number; samples: Uint16Array }[] = [];
  const decoder = codec.createDecoder({ block: (block) => blocks.push({ ...block }), event() {} });
  decoder.push(join(parts.toSpliced(1500, 10)), us(0));
  expect(blocks.map(({ firstFrame, count }) => [firstFrame, count])).toEqual([
    [0, 1024],
    [1024, 476],
    [1510, 1024],
    [2534, 466],
  ]);
  expect(new Set(blocks.map(({ samples }) => samples)).size).toBe(1);
});
