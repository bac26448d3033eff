import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ms, us } from '../../kernel/index.ts';
import type { DecoderEvent } from '../codec.ts';
import { createEncoder } from '../decoder.ts';
import { ALL_CONNECTED } from '../leads.ts';
import { resolveProfile } from '../profiles.ts';
import { createCommandParser, hostCommand } from './commands.ts';
import { createAsciiDecoder } from './decoder.ts';

const GOOD = '2003\t1878\t1905\t1983\t1931\t1913\t2011\t1976\r\n';
/** The same in frame order. */
const SAMPLES = [2003, 1983, 2011, 1976, 1931, 1878, 1905, 1913];

function createListener() {
  const frames: { index: number; samples: number[]; connected: number | undefined }[] = [];
  const events: DecoderEvent[] = [];
  const decoder = createAsciiDecoder(resolveProfile('field', { protocol: 'ecg12-ascii' }), {
    block: ({ firstFrame, count, samples, connected }) => {
      for (let i = 0; i < count; i += 1) {
        frames.push({ index: firstFrame + i, samples: [...samples.subarray(8 * i, 8 * i + 8)], connected: connected[i] });
      }
    },
    event: (event) => events.push(event),
  });
  const hear = (text: string, at = us(0)): void => decoder.push(new TextEncoder().encode(text), at);
  return { frames, events, decoder, hear };
}

it('the columns are I V4 V5 II V3 V6 V1 V2, in unpadded decimals between TABs', () => {
  const { frames, hear } = createListener();
  hear(GOOD);
  expect(frames).toEqual([{ index: 0, samples: SAMPLES, connected: ALL_CONNECTED }]);
  const out = new Uint8Array(41);
  const line = { samples: Uint16Array.from(SAMPLES), connected: Uint16Array.of(0), count: 1, counter: 0 };
  const written = createEncoder(resolveProfile('field', { protocol: 'ecg12-ascii' })).encode(line, out, 0);
  expect(new TextDecoder().decode(out.subarray(0, written))).toBe(GOOD);
});

it.each([
  ['blanks for TABs', GOOD.replaceAll('\t', '   ')],
  ['padded TABs', ` ${GOOD.replaceAll('\t', ' \t ').replace('\r', ' \r')}`],
  ['leading zeros', GOOD.replace('2003', '02003')],
])('%s are read alike', (_, line) => {
  const { frames, events, hear } = createListener();
  hear(line);
  expect(frames.map(({ samples }) => samples)).toEqual([SAMPLES]);
  expect(events).toEqual([]);
});

it.each([
  ['merged columns', '20031878\t1905\t1983\t1931\t1913\t2011\t1976\r\n', 'line'],
  ['a short line', '2003\t1878\t1905\r\n', 'line'],
  ['a long line', GOOD.replace('\r', '\t1\r'), 'line'],
  ['decimals', GOOD.replace('1905', '1905.5'), 'line'],
  ['a sign', GOOD.replace('1905', '-190'), 'line'],
  ['a single value', '2091\r\n', 'line'],
  ['an empty column', GOOD.replace('1905', ''), 'line'],
  ['no end but LF', GOOD.replace('\r', ''), 'line'],
  ['a value of thirteen bits', GOOD.replace('1905', '4096'), 'range'],
  ['a very large value', GOOD.replace('1905', '9'.repeat(60)), 'range'],
  ['a line that never ends', `${'7'.repeat(500)}\r\n`, 'line'],
])('S28: %s: refused and counted as one frame, sync kept', (_, bad, because) => {
  const { frames, events, decoder, hear } = createListener();
  hear(GOOD + bad + GOOD);
  expect(frames.map(({ index }) => index)).toEqual([0, 2]);
  expect(events).toMatchObject([
    { kind: 'refused', because },
    { kind: 'resync', bytes: bad.length },
    { kind: 'gap', frames: 1, exact: false },
  ]);
  expect(decoder.stats).toMatchObject({ frames: 2, framesLost: 1, resyncs: 1, bytesDiscarded: bad.length, bytesPending: 0 });
});

it('S28: a line cut by a reopened port never passes for a whole one: 2091 does not become 91', () => {
  const { frames, hear, decoder } = createListener();
  hear(GOOD.repeat(3) + GOOD.slice(0, 10));
  decoder.reset();
  hear(GOOD.slice(2) + GOOD, ms(1000));
  expect(frames.map(({ samples }) => samples[0])).toEqual([2003, 2003, 2003, 2003]);
  expect(frames.at(-1)!.index).toBe(3 + 279);
});

it('a silence that is not made good is a gap by time, one that is made good is none', () => {
  const { frames, events, hear } = createListener();
  const LINE_US = 1e6 / 280;
  for (let i = 0; i < 280; i += 1) hear(GOOD, us(i * LINE_US));
  for (let i = 0; i < 280; i += 1) hear(GOOD, us(2e6)); // asleep for a second, then all at once
  for (let i = 560; i < 840; i += 1) hear(GOOD, us(i * LINE_US));
  expect(events).toEqual([]);
  for (let i = 1400; i < 1440; i += 1) hear(GOOD, us(i * LINE_US));
  expect(events).toMatchObject([{ kind: 'gap', frames: 560, exact: false }]);
  expect(frames.at(-1)!.index).toBe(1439);
});

it('a slower device than the baud rate allows loses nothing', () => {
  const { events, hear } = createListener();
  for (let i = 0; i < 500; i += 1) hear(GOOD, us((i * 1e6) / 166.7));
  expect(events).toEqual([]);
});

it('the device hears start and stop in any chunks and nothing else', () => {
  const { 1: start, 0: stop } = { 1: hostCommand('start'), 0: hostCommand('stop') };
  expect([...start, ...stop]).toEqual([0x31, 13, 10, 0x30, 13, 10]);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('1\r\n', '0\r\n', '11\r\n', '\r\n', 'x1\r\n', '1\n', '1 \r\n', '2\r\n')),
      fc.integer({ min: 1, max: 5 }),
      (lines, cut) => {
        const heard: string[] = [];
        const parser = createCommandParser((command) => heard.push(command));
        const bytes = new TextEncoder().encode(lines.join(''));
        for (let at = 0; at < bytes.length; at += cut) parser.push(bytes.subarray(at, at + cut));
        const meant = lines.filter((line) => line === '1\r\n' || line === '0\r\n').map((line) => (line[0] === '1' ? 'start' : 'stop'));
        expect(heard).toEqual(meant);
      },
    ),
  );
});
