import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ANNOTATION_SYMBOLS, type Annotation, isBeat, readAnnotations, writeAnnotations } from '../index.ts';
import { decodeAnnotations } from './decode-annotations.ts';
import { encodeAnnotations } from './encode-annotations.ts';

const GOLDEN = join(import.meta.dirname, '../golden/208-first-10-s');
const signed8 = fc.integer({ min: -128, max: 127 });

/** Samples near one another, far apart (beyond 31 bits) and out of order. */
const annotation: fc.Arbitrary<Annotation> = fc.record({
  sample: fc.oneof(fc.nat({ max: 5000 }), fc.nat(), fc.integer({ min: 0, max: 2 ** 40 })),
  symbol: fc.oneof(fc.constantFrom(...ANNOTATION_SYMBOLS), fc.constantFrom('[42]', '[49]')),
  subtype: signed8,
  channel: fc.nat({ max: 255 }),
  num: signed8,
  aux: fc.string({ unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 255 }),
});

it('reads back any annotations it writes', () => {
  fc.assert(
    fc.property(fc.array(annotation, { maxLength: 30 }), (annotations) => {
      expect(decodeAnnotations(encodeAnnotations(annotations), 'x.atr')).toEqual({ annotations, tickRate: undefined });
    }),
  );
});

it('never throws anything but a sentence, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        decodeAnnotations(bytes, 'x.atr');
      } catch (error) {
        expect(error).toMatchObject({ name: 'RecordError', message: expect.stringMatching(/^x\.atr/) });
      }
    }),
  );
});

it('reads real reference labels', async () => {
  const { annotations, tickRate } = await readAnnotations(GOLDEN, 'atr');
  expect(tickRate).toBeUndefined();
  expect(annotations).toHaveLength(17);
  expect(annotations[0]).toEqual({ sample: 9, symbol: '+', subtype: 0, channel: 0, num: 0, aux: '(N' });
  expect(annotations.slice(1, 5).map(({ sample, symbol, subtype }) => [sample, symbol, subtype])).toEqual([
    [46, 'F', 0],
    [209, 'V', 1],
    [483, 'N', 0],
    [697, 'F', 0],
  ]);
  expect(annotations.filter(({ symbol }) => isBeat(symbol))).toHaveLength(16);
});

it('keeps a time resolution of its own out of the labels', () => {
  const beats = [{ sample: 1234, symbol: 'N', subtype: 0, channel: 0, num: 0, aux: '' }];
  expect(decodeAnnotations(encodeAnnotations(beats, { tickRate: 1000 }), 'x.atr')).toEqual({ annotations: beats, tickRate: 1000 });
});

it('counts the beat codes and no others', () => {
  expect(ANNOTATION_SYMBOLS.filter(isBeat).toSorted().join('')).toBe('NLRBAaJSVrFejnE/fQ?'.split('').toSorted().join(''));
});

it('writes and reads a file', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'heartloop-annotations-'));
  await writeAnnotations(join(dir, 'sub', 'x'), 'atr', [{ sample: 5, symbol: 'V' }]);
  expect((await readAnnotations(join(dir, 'sub', 'x'), 'atr')).annotations).toMatchObject([{ sample: 5, symbol: 'V' }]);
  await expect(readAnnotations(join(dir, 'x'), 'qrs')).rejects.toThrow('x.qrs does not exist');
  await expect(writeAnnotations(join(dir, 'x'), 'a b', [])).rejects.toThrow('annotator name');
  await rm(dir, { recursive: true });
});

const write = (input: Partial<Annotation>) => (): Uint8Array =>
  encodeAnnotations([
    { sample: 1, symbol: 'N' },
    { sample: 2, symbol: 'N', ...input },
  ]);

it('says which annotation cannot be written or read', () => {
  expect(write({ symbol: 'X' })).toThrow('annotation 1: "X" is not an annotation symbol');
  expect(write({ sample: -1 })).toThrow('annotation 1: sample must be a whole number 0..');
  expect(write({ subtype: 200 })).toThrow('annotation 1: subtype must be a whole number -128..127, got 200');
  expect(write({ aux: 'x'.repeat(256) })).toThrow('has 256 characters, at most 255 fit');
  expect(write({ aux: '→' })).toThrow('every character code of its text must be a whole number 1..255');
  const bytes = encodeAnnotations([{ sample: 1, symbol: '+', aux: '(AFIB' }]);
  expect(() => decodeAnnotations(bytes.subarray(0, -2), 'x.atr')).toThrow('x.atr is truncated after 1 annotations: it has no end mark');
  expect(() => decodeAnnotations(bytes.subarray(0, 6), 'x.atr')).toThrow('x.atr is truncated in the text of annotation 1');
  expect(() => decodeAnnotations(Uint8Array.of(0, 0xe0), 'x.atr')).toThrow('not in MIT format');
});
