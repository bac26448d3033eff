import { expect, it } from 'vitest';
import type { MonitorEvent } from '../events.ts';
import { signalOf, steadyBeats } from './synthetic-ecg.ts';
import { alarmsOn, beatTimes, listen, shownRates } from './test-ear.ts';

const beats = steadyBeats({ bpm: 75, untilS: 24 });
const signal = signalOf(beats, { durationS: 24 });
const ALL = 0x1ff;
const at = (s: number): number => s * signal.sampleRate;
const leadEvents = (events: readonly MonitorEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'lead' ? [`${event.electrode} ${event.state} ${event.t}`] : []));

/** The connection mask `mask` from `fromS` to `toS`, and the lead values that go with it. */
function withBits(mask: number, fromS: number, toS: number, spoil: (lead: number) => number): MonitorEvent[] {
  const connected = new Uint16Array(signal.count).fill(ALL).fill(mask, at(fromS), at(toS));
  const mv = signal.mv.slice();
  for (let i = at(fromS); i < at(toS); i += 1) for (let lead = 0; lead < 8; lead += 1) if (spoil(lead)) mv[i * 8 + lead] = spoil(lead);
  return listen(signal, (pipeline) => pipeline.push({ mv, connected, count: signal.count }));
}

function withRails(rails: (i: number) => number, fromS: number): MonitorEvent[] {
  const marks = new Uint16Array(signal.count);
  for (let i = at(fromS); i < signal.count; i += 1) marks[i] = rails(i);
  return listen(signal, (pipeline) => pipeline.push({ mv: signal.mv, rails: marks, count: signal.count }));
}

it('one chest electrode off is named within a second, costs no beat and raises a low alarm', () => {
  const events = withBits(ALL & ~0x20, 10, 15, (lead) => (lead === 4 ? 1.4 : 0));
  expect(leadEvents(events)).toEqual(['V3 off 10.1', 'V3 on 15.5']);
  expect(alarmsOn(events)).toEqual(['lead-off']);
  expect(beatTimes(events).length).toBe(beats.length);
});

it('without RA there is no lead: no rate, no beat, no asystole, two technical alarms', () => {
  const events = withBits(ALL & ~1, 10, 20, () => 1.4);
  expect(alarmsOn(events)).toEqual(['lead-off', 'all-leads-off']);
  expect(beatTimes(events).filter((t) => t > 10.1 && t < 20)).toEqual([]);
  const blank = events.find((event) => event.kind === 'hr' && event.bpm === null);
  expect(blank!.t).toBeLessThanOrEqual(12);
  expect(shownRates(events).at(-1)).toBe(75);
});

it('a bit that flickers for less than a tenth of a second is not a lead off', () => {
  const connected = new Uint16Array(signal.count).fill(ALL);
  for (let i = at(8); i < at(12); i += 45) connected.fill(ALL & ~0x20, i, i + 20);
  const events = listen(signal, (pipeline) => pipeline.push({ mv: signal.mv, connected, count: signal.count }));
  expect(leadEvents(events)).toEqual([]);
});

it('chest channels that stand at a rail are off although their bits say on', () => {
  const events = withRails(() => 0b1111_1100, 10);
  expect(leadEvents(events).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(
    ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'].map((one) => `${one} off`),
  );
  expect(alarmsOn(events)).toEqual(['lead-off']);
  expect(shownRates(events)).toEqual([75]);
});

it('the rails that follow from a limb electrode the device names blame no other', () => {
  const connected = new Uint16Array(signal.count).fill(ALL).fill(ALL & ~0x02, at(10));
  const rails = new Uint16Array(signal.count).fill(0b1111_1101, at(10)); // I and every chest lead, against a Wilson terminal without LA
  const events = listen(signal, (pipeline) => pipeline.push({ mv: signal.mv, connected, rails, count: signal.count }));
  expect(leadEvents(events)).toEqual(['LA off 10.1']);
});

it('inputs that swing between both rails are all off, and give no rate', () => {
  const events = withRails((i) => (i % 10 < 3 ? 0xff : i % 10 < 6 ? 0xff00 : 0), 10);
  expect(alarmsOn(events)).toEqual(['lead-off', 'all-leads-off']);
  expect(events.filter((event) => event.kind === 'lead' && event.state === 'off').length).toBe(9);
  expect(shownRates(events).at(-1)).toBe(null);
});

it('tall complexes that clip are not a lead off', () => {
  const events = withRails((i) => (i % 100 < 20 ? 0xff : i % 100 < 30 ? 0xff00 : 0), 5);
  expect(leadEvents(events)).toEqual([]);
});
