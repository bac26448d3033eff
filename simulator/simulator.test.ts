import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeviceProfile, resolveProfile } from '../firmware-protocol/index.ts';
import { createVirtualClock, type Micros, ms, seconds } from '../kernel/index.ts';
import { type CollectingLink, createCollectingLink } from './collecting-link.ts';
import type { FaultEvent, Simulator, SimulatorCommand } from './contract.ts';
import { type Decoded, decodeAll } from './decoding.ts';
import { createSimulator, type SimulatorOptions } from './simulator.ts';
import type { TruthEvent } from './truth.ts';

const IDEAL = resolveProfile('ideal');
const FIELD = resolveProfile('field');

/** What to do when, in seconds of clock time. */
type Plan = readonly (readonly [atS: number, command: SimulatorCommand])[];

interface Run {
  readonly bytes: Uint8Array;
  /** Frames the converter gave, each as its eight samples. */
  readonly made: readonly (readonly number[])[];
  /** Patient time of each of them. */
  readonly madeAt: readonly number[];
  readonly truth: readonly TruthEvent[];
  readonly journal: readonly FaultEvent[];
  readonly simulator: Simulator;
  readonly link: CollectingLink;
  decoded(): Decoded;
}

type Options = Partial<SimulatorOptions> & {
  readonly plan?: Plan;
  readonly forS?: number;
  readonly onStart?: (link: CollectingLink) => void;
};

async function run({ plan = [], forS = 3, onStart, ...options }: Options = {}): Promise<Run> {
  const clock = createVirtualClock();
  const link = createCollectingLink();
  const profile: DeviceProfile = options.profile ?? IDEAL;
  const simulator = createSimulator({ clock, seed: 1, profile, link, rhythm: 'sinus', ...options });
  const made: number[][] = [];
  const madeAt: number[] = [];
  const truth: TruthEvent[] = [];
  const journal: FaultEvent[] = [];
  simulator.onFrames(({ samples, count, at }) => {
    for (let i = 0; i < count; i += 1) {
      made.push([...samples.subarray(8 * i, 8 * i + 8)]);
      madeAt.push(at + (i * 1e6) / profile.sampleRate);
    }
  });
  simulator.onTruth((event) => truth.push(event));
  simulator.onFault((event) => journal.push(event));
  simulator.start();
  onStart?.(link);
  for (const [atS, command] of plan) clock.at(seconds(atS), 'test', () => simulator.command(command));
  await clock.runUntil(seconds(forS));
  simulator.stop();
  const bytes = link.take();
  return { bytes, made, madeAt, truth, journal, simulator, link, decoded: () => decodeAll(bytes, profile) };
}

const framesOf = ({ frames }: Decoded): (readonly number[])[] => [...frames.values()];

const beats = (result: Run): TruthEvent[] => result.truth.filter(({ kind, at }) => kind === 'beat' && at < seconds(19));

const leadingZeros = ({ made }: Run): number => made.findIndex((frame) => frame.some((sample) => sample !== 0));

const hold = (on: boolean): SimulatorCommand => ({ do: 'fault', fault: { kind: 'constant', counts: 2000, noiseLsb: 3, on } });

const refusal = async (command: unknown): Promise<string> => {
  const { simulator } = await run({ forS: 0.1 });
  const before = simulator.state;
  try {
    simulator.command(command as SimulatorCommand);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    expect(simulator.state).toEqual(before);
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('the stream', () => {
  it.each(['ideal', 'field'])('%s: what a receiver decodes is what the converter gave, frame by frame', async (id) => {
    const result = await run({ profile: resolveProfile(id), noise: { wander: 0.2, mains: 0.05, emg: 20 } });
    const decoded = result.decoded();
    expect(result.made).toHaveLength(1500);
    expect(framesOf(decoded)).toEqual(result.made);
    expect(decoded.stats).toMatchObject({ framesLost: 0, bytesDiscarded: 0 });
    expect(result.simulator.stats).toEqual({ framesSent: 1500, bytesSent: 33_000, bytesRefused: 0, faultsInjected: 0 });
  });

  it('is the same for the same seed, and another for another', async () => {
    const noise = { emg: 10 };
    const [first, again, other] = await Promise.all([run({ noise }), run({ noise }), run({ noise, seed: 2 })]);
    expect(again).toMatchObject({ bytes: first.bytes, truth: first.truth });
    expect(other.bytes).not.toEqual(first.bytes);
  });

  it('does not depend on the tick, whatever is commanded in between', async () => {
    const command = fc.constantFrom<SimulatorCommand>(
      { do: 'rhythm', id: 'bigeminy' },
      { do: 'set', params: { rate: 90 } },
      { do: 'noise', id: 'emg', level: 15 },
      { do: 'electrode', electrode: 'V2', state: 'off' },
      { do: 'swap', electrodes: ['LA', 'RA'] },
      { do: 'mute', muted: true },
      { do: 'mute', muted: false },
      { do: 'unplug' },
      { do: 'replug' },
      { do: 'fault', fault: { kind: 'drop-byte', at: 3 } },
      { do: 'fault', fault: { kind: 'constant', counts: 2000, noiseLsb: 2, on: true } },
    );
    const plan = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 1_900_000 }).map((at) => at / 1e6),
        command,
      ),
      { maxLength: 6 },
    );
    const tick = fc.integer({ min: 500, max: 700_000 }) as fc.Arbitrary<Micros>;
    await fc.assert(
      fc.asyncProperty(plan, tick, async (commands, span) => {
        const options = { plan: commands.toSorted(([a], [b]) => a - b), forS: 2, profile: FIELD };
        const [usual, odd] = [await run(options), await run({ ...options, tick: span })];
        expect(odd.bytes).toEqual(usual.bytes);
        expect(odd.truth).toEqual(usual.truth);
        expect(odd.journal).toEqual(usual.journal);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('ends by itself when told until when, however late it is stopped', async () => {
    expect((await run({ until: seconds(2), forS: 2.5 })).simulator.stats.framesSent).toBe(1000);
  });

  it('of the ascii generation waits for the host, and obeys it', async () => {
    const profile = resolveProfile('ideal', { protocol: 'ecg12-ascii' });
    expect((await run({ profile })).bytes).toHaveLength(0);
    const told = await run({ profile, onStart: (link) => link.say('1\r\n') });
    expect(told.simulator.stats.framesSent).toBe(3 * profile.sampleRate);
    expect(framesOf(told.decoded())).toEqual(told.made);
    const stopped = await run({ profile, onStart: (link) => link.say('1\r\n0\r\n') });
    expect(stopped.bytes).toHaveLength(0);
  });
});

describe('the device clock', () => {
  it('drifts against the patient, who keeps true time', async () => {
    const [true_, fast] = [await run({ forS: 20 }), await run({ forS: 20, driftPpm: 1000 })];
    expect(true_.made).toHaveLength(10_000);
    expect(fast.made).toHaveLength(10_010);
    expect(beats(true_).length).toBeGreaterThan(10);
    expect(beats(fast)).toEqual(beats(true_));
  });
});

describe('power and silence', () => {
  it('starts with zeros in the field, 160 to 1520 of them, and with as many as asked elsewhere', async () => {
    const field = leadingZeros(await run({ profile: FIELD, forS: 5 }));
    expect(field).toBeGreaterThanOrEqual(160);
    expect(field).toBeLessThanOrEqual(1520);
    expect(leadingZeros(await run({ startUpZeros: 77 }))).toBe(77);
    expect(leadingZeros(await run())).toBe(0);
  });

  it('unplugged it says nothing, the patient lives on, and plugged in it starts anew', async () => {
    const plan: Plan = [
      [1, { do: 'unplug' }],
      [2, { do: 'replug' }],
    ];
    const cut = await run({ plan, startUpZeros: 5 });
    const whole = await run();
    expect(cut.made).toHaveLength(1000);
    expect(cut.madeAt[499]).toBe(998_000);
    expect(cut.madeAt[500]).toBe(2_000_000);
    expect(cut.bytes[22 * 500 + 1]).toBe(0); // the counter begins again
    expect(cut.made.slice(500, 505)).toEqual(Array.from({ length: 5 }, () => Array.from({ length: 8 }, () => 0)));
    expect(cut.made.slice(505)).toEqual(whole.made.slice(1005)); // the heart did not wait
    expect(cut.truth).toEqual(whole.truth);
  });

  it('muted it keeps its power and counts on: the frames of that time are lost', async () => {
    const muted = await run({
      plan: [
        [1, { do: 'mute', muted: true }],
        [1.1, { do: 'mute', muted: false }],
      ],
    });
    expect(muted.made).toHaveLength(1500);
    expect(muted.simulator.stats.framesSent).toBe(1450);
    const decoded = muted.decoded();
    expect(decoded.events).toContainEqual(expect.objectContaining({ kind: 'gap', frames: 50, exact: true }));
    expect(framesOf(decoded)).toEqual([...muted.made.slice(0, 500), ...muted.made.slice(550)]);
  });

  it('a state says what is set', async () => {
    const { simulator } = await run({
      params: { rate: 80 },
      noise: { emg: 5 },
      plan: [
        [1, { do: 'electrode', electrode: 'V1', state: 'off' }],
        [1, { do: 'swap', electrodes: ['LA', 'RA'] }],
        [1, { do: 'mute', muted: true }],
        [2, { do: 'unplug' }],
      ],
    });
    expect(simulator.state).toMatchObject({ rhythm: 'sinus', params: { rate: 80 }, noise: { wander: 0, mains: 0, emg: 5 } });
    expect(simulator.state).toMatchObject({ electrodesOff: ['V1'], swapped: ['LA', 'RA'], muted: true, plugged: false, at: 3e6 });
  });
});

describe('faults', () => {
  it('are journalled with the frame they hit and its time, and cost what they should', async () => {
    const plan: Plan = [
      [1, { do: 'fault', fault: { kind: 'flip-bit', at: 9 } }],
      [2, { do: 'fault', fault: { kind: 'drop-frames', frames: 20 } }],
    ];
    const result = await run({ plan });
    expect(result.journal).toEqual([
      { at: 1e6, frame: 500, fault: { kind: 'flip-bit', at: 9 } },
      { at: 2e6, frame: 1000, fault: { kind: 'drop-frames', frames: 20 } },
    ]);
    expect(result.simulator.stats).toMatchObject({ faultsInjected: 2, framesSent: 1480 });
    const decoded = result.decoded();
    expect(decoded.stats).toMatchObject({ framesLost: 21, checksumErrors: 1 });
    expect(framesOf(decoded)).toEqual(result.made.filter((_, i) => i !== 500 && (i < 1000 || i >= 1020)));
  });

  it('a held signal is constant within its noise, until let go', async () => {
    const plan: Plan = [
      [1, hold(true)],
      [2, hold(false)],
    ];
    const [held, free] = [await run({ plan }), await run()];
    const values = new Set(held.made.slice(500, 1000).flat());
    expect([Math.min(...values), Math.max(...values), values.size]).toEqual([1997, 2003, 7]);
    expect(held.made.slice(1000)).toEqual(free.made.slice(1000));
    expect(held.simulator.stats.faultsInjected).toBe(1);
  });
});

describe('a bad value', () => {
  it.each([
    [{ do: 'rhythm', id: 'sinuss' }, 'sinus'],
    [{ do: 'rhythm', id: 'sinus', params: { rate: 5000 } }, 'rate must be 10..300'],
    [{ do: 'set', params: { speed: 1 } }, 'no setting "speed"'],
    [{ do: 'noise', id: 'hum', level: 1 }, 'no noise "hum"; there are wander, mains, emg'],
    [{ do: 'noise', id: 'emg', level: -1 }, 'emg'],
    [{ do: 'electrode', electrode: 'V9', state: 'off' }, 'no electrode "V9"; there are RA, LA'],
    [{ do: 'electrode', electrode: 'V1', state: 'loose' }, 'V1 can be on or off, got "loose"'],
    [{ do: 'swap', electrodes: ['LA', 'LA'] }, 'two different electrodes, got LA twice'],
    [{ do: 'fault', fault: { kind: 'gremlin' } }, 'unknown fault "gremlin": use one of drop-byte'],
    [{ do: 'fault', fault: { kind: 'drop-byte', at: 22 } }, 'at must be a whole number 0..21, got 22'],
    [{ do: 'fault', fault: { kind: 'drop-frames', frames: 0 } }, 'frames must be a whole number 1..1000000, got 0'],
    [{ do: 'fault', fault: { kind: 'constant', counts: 5000, noiseLsb: 1, on: true } }, 'counts must be a whole number 0..4095, got 5000'],
    [{ do: 'explode' }, 'unknown command "explode": use one of rhythm, set'],
  ])('%j is refused in one sentence and changes nothing', async (command, sentence) => {
    expect(await refusal(command)).toContain(sentence);
  });

  it('is refused at once in the options too', async () => {
    await expect(run({ rhythm: 'tango' })).rejects.toThrow('tango');
    await expect(run({ noise: { hum: 1 } })).rejects.toThrow('no noise "hum"');
    await expect(run({ driftPpm: 9999 })).rejects.toThrow('clock drift must be');
    await expect(run({ tick: ms(0) })).rejects.toThrow('tick must be');
  });
});
