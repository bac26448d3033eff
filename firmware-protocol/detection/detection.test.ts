import { describe, expect, it } from 'vitest';
import { ms, us } from '../../kernel/index.ts';
import type { CodecUnderTest } from '../conformance/codec-under-test.ts';
import { proveAccounting, proveChunkInvariance } from '../conformance/index.ts';
import { encodeEach, join, makeFrames } from '../conformance/stream.ts';
import { countHeard, createTranscript } from '../conformance/transcript.ts';
import { createEncoder } from '../decoder.ts';
import { type ProfileOverrides, resolveProfile } from '../profiles.ts';
import { createDetectingDecoder } from './decoder.ts';
import { detectedProfile } from './profile.ts';

const profile = resolveProfile('field');

/** A device that sends as told, before a monitor that knows of the field profile only. */
function codecOf(overrides: ProfileOverrides = {}): CodecUnderTest {
  const device = resolveProfile('field', overrides);
  return {
    createEncoder: () => createEncoder(device),
    createDecoder: (sink) => createDetectingDecoder(profile, sink),
    sampleRate: device.sampleRate,
    hasConnectionBits: device.protocol === 'ecg12-binary',
    pendingBytesMax: 1024 + 128,
  };
}
const binary = codecOf();
const ascii = codecOf({ protocol: 'ecg12-ascii' });

describe('a binary stream before the detecting decoder', () => {
  proveChunkInvariance(binary);
  proveAccounting(binary);
});
describe('an ascii stream before the detecting decoder', () => {
  proveChunkInvariance(ascii);
  proveAccounting(ascii);
});

it.each(['msb-first', 'lsb-first'] as const)('a binary device is recognised, %s, and no frame is lost by looking', (byteOrder) => {
  const codec = codecOf({ byteOrder });
  const sent = makeFrames(codec, 100, 1);
  const transcript = createTranscript(codec);
  transcript.hear(join(encodeEach(codec, sent)), [7]);
  expect(transcript.events).toMatchObject([{ kind: 'detected', protocol: 'ecg12-binary', byteOrder }]);
  expect(transcript.frames).toEqual(sent.map((frame, index) => ({ index, ...frame })));
});

it('an ascii device is recognised; only its first line, which may be cut, is passed over', () => {
  const sent = makeFrames(ascii, 100, 1);
  const transcript = createTranscript(ascii);
  transcript.hear(join(encodeEach(ascii, sent)).subarray(2), [7]);
  expect(transcript.events[0]).toMatchObject({ kind: 'detected', protocol: 'ecg12-ascii', byteOrder: 'none' });
  expect(countHeard(sent, transcript.frames)).toBe(99);
});

it.each(['msb-first', 'lsb-first'] as const)(
  'a device that starts with zeros shows its byte order with the first signal, %s',
  (byteOrder) => {
    const codec = codecOf({ byteOrder });
    const zeros = makeFrames(codec, 160, 1).map(() => ({ samples: [0, 0, 0, 0, 0, 0, 0, 0], connected: 0x1ff }));
    const signal = makeFrames(codec, 100, 2);
    const transcript = createTranscript(codec);
    transcript.hear(join(encodeEach(codec, [...zeros, ...signal])), [64]);
    expect(transcript.events).toMatchObject([{ kind: 'detected', byteOrder }]); // by the connection bits, before any signal
    expect(countHeard([...zeros, ...signal], transcript.frames)).toBe(260);
  },
);

it('a wrong guess on a dead line is corrected, and told, when the signal comes', () => {
  const codec = codecOf({ byteOrder: 'lsb-first' });
  const dead = makeFrames(codec, 50, 1).map(() => ({ samples: [0, 0, 0, 0, 0, 0, 0, 0], connected: 0 }));
  const signal = makeFrames(codec, 50, 2);
  const transcript = createTranscript(codec);
  transcript.hear(join(encodeEach(codec, [...dead, ...signal])), [22]);
  expect(transcript.events).toMatchObject([
    { kind: 'detected', byteOrder: 'msb-first' },
    { kind: 'detected', byteOrder: 'lsb-first' },
  ]);
  expect(transcript.frames.slice(-40)).toEqual(signal.slice(-40).map((frame, i) => ({ index: 60 + i, ...frame })));
});

it('S29: a stream that changes generation, and back, is told each time, and time goes on', () => {
  const transcript = createTranscript(binary);
  const frames = makeFrames(binary, 1000, 1);
  const lines = makeFrames(ascii, 280, 2);
  transcript.hear(join(encodeEach(binary, frames.slice(0, 500))), [220]); // one second
  for (const [i, line] of encodeEach(ascii, lines).entries()) transcript.decoder.push(line, us(1e6 + ((i + 1) * 1e6) / 280));
  for (const [i, frame] of encodeEach(binary, frames.slice(500), 500).entries()) transcript.decoder.push(frame, ms(2000 + 2 * (i + 1)));
  const detected = transcript.events.filter(({ kind }) => kind === 'detected');
  expect(detected).toMatchObject([{ protocol: 'ecg12-binary' }, { protocol: 'ecg12-ascii' }, { protocol: 'ecg12-binary' }]);
  expect(transcript.frames.length).toBeGreaterThan(1280 - 45); // 512 bytes of each change, and a line that may be cut
  expect(Math.abs(transcript.frames.at(-1)!.index - 1499)).toBeLessThanOrEqual(3);
});

it('another device on the reopened port is recognised afresh', () => {
  const transcript = createTranscript(binary);
  transcript.hear(join(encodeEach(binary, makeFrames(binary, 50, 1))));
  transcript.decoder.reset();
  const other = codecOf({ byteOrder: 'lsb-first' });
  transcript.decoder.push(join(encodeEach(other, makeFrames(other, 50, 2), 7)), ms(1000));
  expect(transcript.events.filter(({ kind }) => kind === 'detected')).toMatchObject([
    { byteOrder: 'msb-first' },
    { byteOrder: 'lsb-first' },
  ]);
  expect(transcript.decoder.stats.frames).toBe(100);
  expect(Math.abs(transcript.frames.at(-1)!.index - 499)).toBeLessThanOrEqual(32); // half a turn: its counter began anywhere
});

it('a device whose checksum is not the expected one is recognised, and every frame refused aloud', () => {
  const codec = codecOf({ checksum: { fixed: 0xff } });
  const transcript = createTranscript(codec);
  transcript.hear(join(encodeEach(codec, makeFrames(codec, 200, 1))), [50]);
  expect(transcript.frames).toEqual([]);
  expect(transcript.events.filter(({ kind }) => kind === 'detected')).toHaveLength(1);
  expect(transcript.decoder.stats.checksumErrors).toBeGreaterThan(150);
});

it('the profile in force after detection has the rate of its generation', () => {
  const lines = detectedProfile(profile, { protocol: 'ecg12-ascii', byteOrder: 'none' });
  expect(lines).toMatchObject({ protocol: 'ecg12-ascii', sampleRate: 280, countsPerMv: 1480 });
  expect(detectedProfile(lines, { protocol: 'ecg12-binary', byteOrder: 'lsb-first' })).toMatchObject({
    sampleRate: 500,
    byteOrder: 'lsb-first',
  });
});
