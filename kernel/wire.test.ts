import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Micros, ms, seconds, us } from './units.ts';
import { createWire, type Release, USB_ADAPTER, type Wire } from './wire.ts';

const baud = 115_200;
const byteMicros = 1e7 / baud;
const releases: readonly Release[] = [{ mode: 'byte' }, { mode: 'packet', bytes: 22 }, { mode: 'burst', latency: ms(20) }, USB_ADAPTER];

/** Offers with pauses between them: [pause in us, bytes]. */
const offers = fc.array(fc.tuple(fc.nat(6_000), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 40 });

const chunk = (from: number, size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (from + i) & 0xff);

/** Takes all that is due at each instant it is due, up to `until`; notes when each byte came. */
function takeUntil(wire: Wire, until: number, came: { at: number; byte: number }[]): void {
  for (let due = wire.nextDue(); due !== undefined && due <= until; due = wire.nextDue()) {
    const bytes = wire.due(due);
    if (bytes.length === 0) return;
    for (const byte of bytes) came.push({ at: due, byte });
    wire.take(bytes.length, due);
  }
}

function play(wire: Wire, plan: readonly (readonly [number, number])[], cut = 1): { at: number; byte: number }[] {
  const came: { at: number; byte: number }[] = [];
  let now = 0;
  let sent = 0;
  for (const [pause, size] of plan) {
    now += pause;
    takeUntil(wire, now - 1, came);
    for (let left = size; left > 0; left -= cut) {
      const part = Math.min(cut, left);
      wire.offer(chunk(sent, part), now as Micros);
      sent += part;
    }
  }
  takeUntil(wire, Number.POSITIVE_INFINITY, came);
  return came;
}

describe('a wire', () => {
  it.each(releases)('$mode: gives every accepted byte, in order', (release) => {
    fc.assert(
      fc.property(offers, (plan) => {
        const came = play(createWire({ baud, release }), plan);
        const sent = plan.reduce((sum, [, size]) => sum + size, 0);
        expect(came.map(({ byte }) => byte)).toEqual(Array.from({ length: sent }, (_, i) => i & 0xff));
      }),
    );
  });

  it('is never faster than its baud rate, over any window', () => {
    fc.assert(
      fc.property(offers, (plan) => {
        const came = play(createWire({ baud }), plan);
        let spare = Number.POSITIVE_INFINITY;
        for (let i = 0; i < came.length; i += 1) {
          for (let j = i + 1; j < came.length; j += 1) spare = Math.min(spare, came[j]!.at - came[i]!.at - (j - i) * byteMicros);
        }
        expect(spare).toBeGreaterThan(-1); // times are whole microseconds
      }),
    );
  });

  it.each(releases)('$mode: hands no byte over before it has crossed, and none more than one latency later', (release) => {
    fc.assert(
      fc.property(offers, (plan) => {
        const crossed = play(createWire({ baud }), plan);
        const came = play(createWire({ baud, release }), plan);
        const patience = release.mode === 'packet' ? release.bytes * byteMicros : release.mode === 'burst' ? release.latency : 0;
        for (const [i, { at }] of came.entries()) {
          expect(at).toBeGreaterThanOrEqual(crossed[i]!.at);
          expect(at - crossed[i]!.at).toBeLessThan(patience + 1);
        }
      }),
    );
  });

  it.each(releases)('$mode: does not mind how the bytes were cut', (release) => {
    fc.assert(
      fc.property(offers, fc.integer({ min: 1, max: 60 }), (plan, cut) => {
        expect(play(createWire({ baud, release, capacity: 128 }), plan, cut)).toEqual(
          play(createWire({ baud, release, capacity: 128 }), plan, 60),
        );
      }),
    );
  });

  it('has not drifted after an hour without a pause', () => {
    const wire = createWire({ baud });
    const second = new Uint8Array(1152);
    let taken = 0;
    for (let tenth = 0; tenth <= 36_000; tenth += 1) {
      const now = us(tenth * 1e5);
      const { length } = wire.due(now);
      taken += length;
      wire.take(length, now);
      if (tenth < 36_000) expect(wire.offer(second, now)).toBe(1152);
    }
    expect(taken).toBe(3600 * 11_520);
  });

  it('catches up after a late look, and a late caller may say when its bytes were ready', () => {
    const late = createWire({ baud: 10_000 }); // 1 ms a byte
    late.offer(chunk(0, 10), us(0));
    expect(late.due(ms(3.5))).toHaveLength(3);
    expect(late.due(ms(9.999))).toHaveLength(9);
    expect(late.due(ms(500))).toHaveLength(10);
    const told = createWire({ baud: 10_000 });
    told.offer(chunk(0, 10), us(0)); // by a caller that is 500 ms late
    told.offer(chunk(10, 10), ms(100));
    expect(told.due(ms(500))).toHaveLength(20);
  });

  it('refuses the newest when full, and counts', () => {
    const wire = createWire({ baud, capacity: 16 });
    expect([wire.offer(chunk(0, 10), us(0)), wire.offer(chunk(10, 10), us(0)), wire.offer(chunk(20, 1), us(0))]).toEqual([10, 6, 0]);
    expect([...wire.due(seconds(1))]).toEqual([...chunk(0, 16)]);
    expect([wire.queued, wire.room, wire.lost]).toEqual([16, 0, 5]);
  });

  it('drops the oldest instead, when told to, and the others move up', () => {
    const wire = createWire({ baud: 10_000, capacity: 16, onFull: 'drop-oldest' });
    expect(wire.offer(chunk(0, 10), us(0))).toBe(10);
    expect(wire.offer(chunk(10, 10), ms(1))).toBe(10); // byte 0 has crossed and goes, and so do three that had not
    expect(wire.due(ms(16))).toHaveLength(15);
    expect([...wire.due(ms(17))]).toEqual([...chunk(4, 16)]);
    expect(wire.lost).toBe(4);
    wire.offer(chunk(20, 40), ms(30));
    expect([...wire.due(seconds(1))]).toEqual([...chunk(44, 16)]);
    expect(wire.lost).toBe(4 + 40);
  });

  it('keeps what was released released, however little is taken at a time', () => {
    const wire = createWire({ baud, release: { mode: 'burst', latency: ms(16), bytes: 10 } });
    wire.offer(chunk(0, 30), us(0));
    const due = wire.nextDue()!;
    expect(wire.due(due)).toHaveLength(10);
    wire.take(3, due);
    expect(wire.due(due)).toHaveLength(7);
    expect(wire.nextDue()).toBeLessThanOrEqual(due);
  });

  it('says what it cannot be', () => {
    expect(() => createWire({ baud: 0 })).toThrow('baud must be a positive number, got 0');
    expect(() => createWire({ baud, bitsPerByte: 1 })).toThrow('bits per byte must be 7..12 (8N1 has 10), got 1');
    expect(() => createWire({ baud, capacity: 0.5 })).toThrow('wire capacity must be a positive integer, got 0.5');
    expect(() => createWire({ baud, release: { mode: 'packet', bytes: 0 } })).toThrow('a packet must have 1 byte or more, got 0');
    expect(() => createWire({ baud, release: { mode: 'burst', latency: us(-1) } })).toThrow('burst latency must be 0 or more, got -1');
  });
});
