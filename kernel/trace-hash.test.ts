import { expect, it } from 'vitest';
import { readTraceHeader, type TraceEvent, teeTrace } from './trace.ts';
import { createTraceHash } from './trace-hash.ts';
import { ms } from './units.ts';

const alarm: TraceEvent = { at: ms(1), src: 'monitor', kind: 'alarm', data: { t: 0.001, id: 'brady', leads: ['I', 'II'] } };
const beat: TraceEvent = { at: ms(2), src: 'patient', kind: 'beat', data: { class: 'N' } };
const hashOf = (...events: readonly TraceEvent[]) => {
  const hash = createTraceHash();
  const tee = teeTrace(hash);
  for (const event of events) tee.emit(event);
  return { full: hash.full(), functional: hash.functional() };
};

it('does not mind the order of keys', () => {
  expect(hashOf({ ...alarm, data: { leads: ['I', 'II'], id: 'brady', t: 0.001 } })).toEqual(hashOf(alarm));
});

it('leaves times and interleaving out of the functional hash only', () => {
  const late: TraceEvent = { ...alarm, at: ms(9), data: { t: 0.009, id: 'brady', leads: ['I', 'II'] } };
  expect(hashOf(beat, late).functional).toBe(hashOf(alarm, beat).functional);
  expect(hashOf(beat, late).full).not.toBe(hashOf(alarm, beat).full);
});

it('covers times inside the data in the full hash', () => {
  const shifted: TraceEvent = { ...alarm, data: { t: 0.002, id: 'brady', leads: ['I', 'II'] } };
  expect(hashOf(shifted).functional).toBe(hashOf(alarm).functional);
  expect(hashOf(shifted).full).not.toBe(hashOf(alarm).full);
});

it('sees a changed value, a changed order within a source, and a missing event', () => {
  const other: TraceEvent = { ...alarm, data: { t: 0.001, id: 'tachy', leads: ['I', 'II'] } };
  const functional = [[alarm, other], [other, alarm], [alarm], [other], []].map((events) => hashOf(...events).functional);
  expect(new Set(functional).size).toBe(5);
});

it('refuses a trace from the future', () => {
  expect(() => readTraceHeader('{"trace":"heartloop","version":99}')).toThrow('use a newer heartloop');
  expect(() => readTraceHeader('{"t":1}')).toThrow('its first line has no header');
});
