import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseHeader, type RecordHeader, type SignalHeader } from './header.ts';
import { formatHeader } from './header-text.ts';

const parse = (text: string): RecordHeader => parseHeader(text, 'x.hea');
const firstSignal = (line: string): SignalHeader => parse(`x 1\n${line}\n`).signals[0]!;

it('reads CRLF, comments, blank lines and tabs', () => {
  const header = parse(
    '# before\r\n\r\n100 1 360 650000 11:10:04 04/01/2010\r\n100.dat\t212\t200\t11\t1024\t995\t-22131\t0\tECG lead II\r\n# 69 M\r\n#Diapres\r\n',
  );
  expect(header).toMatchObject({ name: '100', sampleRate: 360, sampleCount: 650000, baseTime: '11:10:04', baseDate: '04/01/2010' });
  expect(header.comments).toEqual(['before', '69 M', 'Diapres']);
  expect(header.signals[0]).toMatchObject({ file: '100.dat', format: 212, gain: 200, baseline: 1024, adcBits: 11, units: 'mV' });
  expect(header.signals[0]).toMatchObject({ firstValue: 995, checksum: -22131, description: 'ECG lead II' });
});

it('fills in what a header may leave out', () => {
  const header = parse('x 1\nx.dat 16\n');
  expect(header).toMatchObject({ sampleRate: 250, sampleCount: undefined });
  expect(header.signals[0]).toMatchObject({
    gain: 200,
    calibrated: false,
    baseline: 0,
    units: 'mV',
    samplesPerFrame: 1,
    skew: 0,
    byteOffset: 0,
  });
  expect(header.signals[0]).toMatchObject({ firstValue: undefined, checksum: undefined, description: '' });
});

it('reads every part of format and gain', () => {
  expect(firstSignal('x.dat 516x4:3+24 1000.5(-477)/mmHg 12 0')).toMatchObject({
    format: 516,
    samplesPerFrame: 4,
    skew: 3,
    byteOffset: 24,
    gain: 1000.5,
    baseline: -477,
    units: 'mmHg',
    calibrated: true,
  });
  expect(firstSignal('x.dat 212 0 12 7')).toMatchObject({ gain: 200, calibrated: false, baseline: 7 });
  expect(parse('x 0 62.4725/999.56(12) 14400')).toMatchObject({ sampleRate: 62.4725, counterFrequency: 999.56, baseCounter: 12 });
});

it('says the line and what was expected', () => {
  expect(() => parse('')).toThrow('x.hea is empty');
  expect(() => parse('# a\nx two')).toThrow('x.hea, line 2: the number of signals must be a whole number, got "two"');
  expect(() => parse('x/3 2 360')).toThrow('several segments are not supported');
  expect(() => parse('x 1 fast')).toThrow('not a sampling frequency: "fast"');
  expect(() => parse('x 1 -5')).toThrow('must be above 0 Hz');
  expect(() => parse('x 2\nx.dat 16')).toThrow('2 signals are announced, 1 signal lines follow');
  expect(() => parse('x 1\nx.dat 16 200/')).toThrow('x.hea, line 2: not a gain: "200/"');
  expect(() => parse('x 1\nx.dat sixteen')).toThrow('not a signal format: "sixteen"');
});

const word = fc.stringMatching(/^[\w.-]{1,12}$/);
const int16 = fc.integer({ min: -32768, max: 32767 });
const signal: fc.Arbitrary<SignalHeader> = fc.record({
  file: word,
  format: fc.nat({ max: 999 }),
  samplesPerFrame: fc.integer({ min: 1, max: 9 }),
  skew: fc.nat({ max: 9 }),
  byteOffset: fc.nat({ max: 99 }),
  gain: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  calibrated: fc.constant(true),
  baseline: fc.integer(),
  units: word,
  adcBits: fc.nat({ max: 32 }),
  adcZero: int16,
  firstValue: int16,
  checksum: int16,
  blockSize: fc.nat({ max: 4096 }),
  description: fc.stringMatching(/^(\S( ?\S){0,20})?$/),
});
const header: fc.Arbitrary<RecordHeader> = fc.record({
  name: fc.stringMatching(/^\w{1,12}$/),
  sampleRate: fc.double({ min: 0.1, max: 1e6, noNaN: true }),
  counterFrequency: fc.option(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { nil: undefined }),
  baseCounter: fc.constant(undefined),
  sampleCount: fc.integer({ min: 1, max: 1e9 }),
  baseTime: fc.option(fc.constant('8:04:00'), { nil: undefined }),
  baseDate: fc.constant(undefined),
  signals: fc.array(signal, { maxLength: 4 }),
  comments: fc.array(fc.stringMatching(/^(\S( ?\S){0,20})?$/), { maxLength: 3 }),
});

it('reads back what it writes', () => {
  fc.assert(
    fc.property(header, (written) => {
      expect(parse(formatHeader(written))).toEqual(written);
    }),
  );
});
