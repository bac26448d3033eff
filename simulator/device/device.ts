import { createEncoder, type DeviceProfile, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import { type Cancel, createListeners, type Micros, type Prng, us } from '../../kernel/index.ts';
import type { FaultEvent, LinkFault, SimulatorStats } from '../contract.ts';
import { createAdc } from './adc.ts';
import { createAsciiRemote } from './ascii-remote.ts';
import { checkFault } from './fault-check.ts';
import { createPower } from './power.ts';
import { createSignalHold } from './signal-hold.ts';
import { createTransmitter, FRAMES_PER_WRITE_MAX } from './transmitter.ts';

export interface FramesOfDevice {
  readonly samples: Uint16Array;
  readonly connected: Uint16Array;
  readonly count: number;
  readonly at: Micros;
}

/** At most FRAMES_PER_WRITE_MAX frames. */
export interface BlockOfLeads {
  /** mV, frame-major. */
  readonly leads: Float32Array;
  readonly connected: Uint16Array;
  readonly count: number;
  /** Patient time of the first frame. */
  readonly at: Micros;
  /** When the last frame was complete, on the clock of the link. */
  readonly readyAt: Micros;
}

/** The ECG front end on its cable: leads in, bytes out, as long as it has power. */
export interface Device {
  /** Without power nothing happens. */
  run(block: BlockOfLeads): void;
  plugIn(): void;
  pullOut(): void;
  mute(muted: boolean): void;
  /** Throws a RangeError for a fault this device cannot have. */
  fault(fault: LinkFault, at: Micros): void;
  /** What the host sends. */
  hear(bytes: Uint8Array): void;
  onFrames(listener: (frames: FramesOfDevice) => void): Cancel;
  onBytes(listener: (bytes: Uint8Array, at: Micros) => void): Cancel;
  onFault(listener: (event: FaultEvent) => void): Cancel;
  readonly powered: boolean;
  readonly muted: boolean;
  readonly stats: SimulatorStats;
}

export interface DeviceOptions {
  readonly profile: DeviceProfile;
  readonly prng: Prng;
  readonly startUpZeros: number | undefined;
  /** Frames per second of true time, for the instants of faults. */
  readonly rate: number;
  readonly write: (bytes: Uint8Array, readyAt: Micros) => { accepted: number };
}

export function createDevice({ profile, prng, startUpZeros, rate, write }: DeviceOptions): Device {
  const samples = new Uint16Array(FRAMES_PER_WRITE_MAX * TRANSMITTED_LEADS.length);
  const frames = createListeners<[FramesOfDevice]>();
  const bytes = createListeners<[Uint8Array, Micros]>();
  const journal = createListeners<[FaultEvent]>();
  const adc = createAdc({ profile, prng: prng.fork('adc') });
  const hold = createSignalHold(prng.fork('hold'));
  const power = createPower({ profileId: profile.id, startUpZeros, prng: prng.fork('power') });
  const remote = profile.protocol === 'ecg12-ascii' ? createAsciiRemote() : undefined;
  const encoder = createEncoder(profile);
  let muted = false;
  let faultsInjected = 0;
  let block = { at: us(0), readyAt: us(0), firstFrame: 0 };

  const transmitter = createTransmitter({
    encoder,
    write(sent) {
      bytes.tell(sent, block.at);
      return write(sent, block.readyAt);
    },
    onFault: (fault, frame) => record({ at: us(block.at + ((frame - block.firstFrame) * 1e6) / rate), frame, fault }),
  });

  function record(event: FaultEvent): void {
    faultsInjected += 1;
    journal.tell(event);
  }

  return {
    run({ leads, connected, count, at, readyAt }) {
      if (!power.on) return;
      block = { at, readyAt, firstFrame: power.frame };
      adc.convert(leads, connected, samples, count);
      hold.apply(samples, count);
      power.run(samples, count);
      frames.tell({ samples, connected, count, at });
      if (muted || remote?.streaming === false) return;
      transmitter.send({ samples, connected, count, counter: block.firstFrame });
    },
    plugIn: () => power.plugIn(),
    pullOut() {
      power.pullOut();
      remote?.reset();
    },
    mute(next) {
      muted = next;
    },
    fault(fault, at) {
      checkFault(fault, profile, encoder.frameBytesMax);
      if (fault.kind !== 'constant') return transmitter.damage(fault);
      hold.set(fault.on ? fault : undefined);
      if (fault.on) record({ at, frame: power.frame, fault });
    },
    hear(heard) {
      if (power.on) remote?.hear(heard);
    },
    onFrames: frames.add,
    onBytes: bytes.add,
    onFault: journal.add,
    get powered() {
      return power.on;
    },
    get muted() {
      return muted;
    },
    get stats() {
      const { framesSent, bytesSent, bytesRefused } = transmitter;
      return { framesSent, bytesSent, bytesRefused, faultsInjected };
    },
  };
}
