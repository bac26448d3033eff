import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_CONNECTED, createEncoder, resolveProfile } from '../../firmware-protocol/index.ts';
import { createCollectingLink } from '../collecting-link.ts';
import { type Decoded, decodeAll } from '../decoding.ts';
import type { FrameFault } from './fault-queue.ts';
import { createTransmitter, type Transmitter } from './transmitter.ts';

const PROFILE = resolveProfile('ideal');
const FRAMES = 40;
/** Frames before the fault. */
const BEFORE = 10;

const sampleOf = (frame: number, lead: number): number => (97 * frame + 331 * lead) % 4096;
const frameOf = (frame: number): number[] => Array.from({ length: 8 }, (_, lead) => sampleOf(frame, lead));

function send(transmitter: Transmitter, first: number, count: number): void {
  const samples = Uint16Array.from({ length: 8 * count }, (_, i) => sampleOf(first + (i >> 3), i & 7));
  transmitter.send({ samples, connected: new Uint16Array(count).fill(ALL_CONNECTED), count, counter: first });
}

interface Outcome extends Decoded {
  readonly transmitter: Transmitter;
  readonly journal: readonly (readonly [FrameFault, number])[];
}

function sendWith(faults: readonly FrameFault[]): Outcome {
  const link = createCollectingLink();
  const journal: [FrameFault, number][] = [];
  const transmitter = createTransmitter({
    encoder: createEncoder(PROFILE),
    write: (bytes) => link.write(bytes),
    onFault: (fault, counter) => journal.push([fault, counter]),
  });
  send(transmitter, 0, BEFORE);
  for (const fault of faults) transmitter.damage(fault);
  send(transmitter, BEFORE, FRAMES - BEFORE);
  return { ...decodeAll(link.take(), PROFILE), transmitter, journal };
}

function expectTruth({ frames }: Decoded, lost: readonly number[]): void {
  const came = Array.from({ length: FRAMES }, (_, i) => i).filter((i) => !lost.includes(i));
  expect([...frames.keys()]).toEqual(came);
  for (const [index, samples] of frames) expect(samples).toEqual(frameOf(index));
}

it('frames decode to what was sent, in order', () => {
  const outcome = sendWith([]);
  expectTruth(outcome, []);
  expect(outcome.stats).toMatchObject({ frames: FRAMES, framesLost: 0, bytesDiscarded: 0 });
  expect(outcome.transmitter).toMatchObject({ framesSent: FRAMES, bytesSent: 22 * FRAMES, bytesRefused: 0 });
});

it('a dropped byte, a flipped bit or a bad checksum costs exactly the frame it hits, wherever it falls', () => {
  const kind = fc.constantFrom('drop-byte' as const, 'flip-bit' as const, 'bad-checksum' as const);
  fc.assert(
    fc.property(kind, fc.nat({ max: 21 }), (what, at) => {
      const outcome = sendWith([{ kind: what, at }]);
      expectTruth(outcome, [BEFORE]);
      expect(outcome.stats.framesLost).toBe(1);
      expect(outcome.journal).toEqual([[{ kind: what, at }, BEFORE]]);
    }),
  );
});

it('a byte too many costs the frame it falls into, and nothing between two frames', () => {
  const kind = fc.constantFrom('insert-byte' as const, 'stray-start' as const);
  fc.assert(
    fc.property(kind, fc.nat({ max: 21 }), (what, at) => {
      const outcome = sendWith([{ kind: what, at }]);
      const between = at === 0 || (what === 'stray-start' && at === 1); // a second start byte after the first is one before the frame
      expectTruth(outcome, between ? [] : [BEFORE]);
      expect(outcome.transmitter.bytesSent).toBe(22 * FRAMES + 1);
    }),
  );
});

it('dropped frames are a gap of exactly so many, repeated ones are duplicates', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (frames) => {
      const dropped = sendWith([{ kind: 'drop-frames', frames }]);
      expectTruth(
        dropped,
        Array.from({ length: frames }, (_, i) => BEFORE + i),
      );
      expect(dropped.events).toContainEqual(expect.objectContaining({ kind: 'gap', frames, exact: true }));
      expect(dropped.transmitter.framesSent).toBe(FRAMES - frames);

      const repeated = sendWith([{ kind: 'repeat-frames', frames }]);
      expectTruth(repeated, []);
      expect(repeated.stats).toMatchObject({ duplicates: frames, framesLost: 0 });
      expect(repeated.transmitter.framesSent).toBe(FRAMES + frames);
    }),
  );
});

it('faults asked for together hit one frame each', () => {
  const outcome = sendWith([{ kind: 'bad-checksum' }, { kind: 'drop-frames', frames: 2 }, { kind: 'flip-bit', at: 9 }]);
  expectTruth(outcome, [10, 11, 12, 13]);
  expect(outcome.journal.map(([, counter]) => counter)).toEqual([10, 11, 13]);
});

it('counts what the line refuses', () => {
  const transmitter = createTransmitter({ encoder: createEncoder(PROFILE), write: () => ({ accepted: 30 }), onFault: () => undefined });
  send(transmitter, 0, 10);
  expect(transmitter).toMatchObject({ bytesSent: 30, bytesRefused: 190 });
});
