import type { DeviceProfile } from '../firmware-protocol/index.ts';
import { type Cancel, type Clock, createListeners, createPrng, every, type Micros, ms } from '../kernel/index.ts';
import { createBody } from './body/index.ts';
import { createCommandDesk } from './command-desk.ts';
import type { DeviceLink, ParamValues, Simulator } from './contract.ts';
import { createDevice } from './device/device.ts';
import { createSampleSchedule } from './device/sample-schedule.ts';
import { createPatient } from './patient/index.ts';
import { createProduction } from './production.ts';
import type { TruthEvent } from './truth.ts';

export interface SimulatorOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly profile: DeviceProfile;
  readonly link: DeviceLink;
  /** Id of the catalogue. */
  readonly rhythm: string;
  readonly params?: ParamValues;
  /** Levels by noise id, in the unit of the noise. */
  readonly noise?: Readonly<Record<string, number>>;
  /**
   * How often frames are handed to the link, 20 ms when not given. It changes when bytes leave, never which; above about 0.3 s a tick
   * has more bytes than the queue of a line takes at once.
   */
  readonly tick?: Micros;
  /** Frames of zeros after each power-on; when not given 160..1520 in the profile `field`, else none. */
  readonly startUpZeros?: number;
  /** How much the device's crystal is fast, -1000..1000 ppm. */
  readonly driftPpm?: number;
  /** Patient time after which the device is silent: a run of a minute then has a minute of frames, however late it is stopped. */
  readonly until?: Micros;
}

const TICK = ms(20);

/**
 * Patient, body and device on one link. Frames are produced on an absolute schedule of the clock: those due by now, at each tick and
 * before each command, so that a command falls between the same two frames whatever the tick.
 * Throws a RangeError for an unknown rhythm, a value out of range or an impossible device.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { clock, seed, profile, link, rhythm, params = {}, noise = {}, tick = TICK, startUpZeros, driftPpm = 0 } = options;
  if (!(tick >= 1)) throw new RangeError(`tick must be 1 us or more, got ${tick}`);
  const prng = createPrng(seed);
  const schedule = createSampleSchedule({ sampleRate: profile.sampleRate, driftPpm });
  const { rate } = schedule;
  const patient = createPatient({ prng: prng.fork('patient'), sampleRate: rate, rhythm, params });
  const body = createBody({ prng: prng.fork('body'), sampleRate: rate });
  const device = createDevice({
    profile,
    prng: prng.fork('device'),
    startUpZeros,
    rate,
    write: (bytes, readyAt) => link.write(bytes, readyAt),
  });
  const until = options.until ?? (Number.POSITIVE_INFINITY as Micros);
  const production = createProduction({ clock, schedule, patient, body, device, until });
  const truth = createListeners<[TruthEvent]>();
  patient.onTruth(truth.tell);
  const isRunning = (): boolean => production.running;
  const desk = createCommandDesk({ patient, body, device, link, rhythm, params, noise, tell: truth.tell, isRunning });
  const cancels: Cancel[] = [];
  let stopped = false;

  return {
    start() {
      if (production.running || stopped) return;
      production.start();
      cancels.push(
        every(clock, tick, 'device.tick', () => production.catchUp()),
        link.onBytes((bytes) => {
          production.catchUp();
          device.hear(bytes);
        }),
      );
      desk.tellNoise();
      if (desk.state.plugged) device.plugIn();
    },
    command(command) {
      production.catchUp();
      desk.apply(command);
    },
    onTruth: truth.add,
    onFrames: (listener) => device.onFrames(listener),
    onBytes: (listener) => device.onBytes(listener),
    onFault: (listener) => device.onFault(listener),
    get state() {
      const { hostOpen, hostBaud } = link;
      return { ...desk.state, muted: device.muted, hostOpen, hostBaud, at: patient.now };
    },
    get stats() {
      return device.stats;
    },
    stop() {
      stopped = true;
      production.catchUp();
      production.stop();
      for (const cancel of cancels) cancel();
    },
  };
}
