/** From a serial path to frames on a true time axis: the port is kept open, the stream decoded, every trouble told. */
import {
  createDetectingDecoder,
  type DecoderStats,
  type DeviceProfile,
  detectedProfile,
  type FrameBlock,
  hostCommand,
} from '../../firmware-protocol/index.ts';
import { type Clock, type Micros, toMs } from '../../kernel/index.ts';
import type { FirstOpen, SerialConnection } from '../contract.ts';
import type { LinkStatusEvent } from '../events.ts';
import { createDeviceCall } from './device-call.ts';
import { createLinkLog } from './link-log.ts';
import { openErrorText } from './open-error.ts';
import { createPortKeeper } from './port-keeper.ts';
import { createRateCheck } from './rate-check.ts';
import { createStreamClock, type StreamClock } from './stream-clock.ts';

export interface AcquisitionOptions {
  readonly clock: Clock;
  readonly path: string;
  readonly connect: (path: string, baud: number) => SerialConnection;
  readonly device: DeviceProfile;
  /** Frames in a row, valid during the call; `profile` is the one in force, as recognised from the bytes. */
  readonly onFrames: (block: FrameBlock, profile: DeviceProfile) => void;
  readonly onLink: (event: LinkStatusEvent) => void;
  /** Frames come this often per second, which is not what the profile in force says; null when they do again. */
  readonly onWrongRate: (framesPerSecond: number | null) => void;
}

export interface Acquisition {
  start(): void;
  /** Settles after the first attempt to open; never rejects. */
  readonly firstOpen: Promise<FirstOpen>;
  readonly stream: StreamClock;
  readonly isOpen: boolean;
  /** Bytes have come since the port was opened. */
  readonly isHeard: boolean;
  readonly profile: DeviceProfile;
  readonly stats: DecoderStats;
  /** Gaps since the start. */
  readonly gaps: number;
  stop(): Promise<void>;
}

export function createAcquisition({ clock, path, connect, device, onFrames, onLink, onWrongRate }: AcquisitionOptions): Acquisition {
  const first = Promise.withResolvers<FirstOpen>();
  const stream = createStreamClock(clock);
  const log = createLinkLog(clock, onLink);
  let profile = device;
  let rateCheck = createRateCheck(clock, device.sampleRate);
  let nextFrame = 0;
  let gaps = 0;
  let isOpen = false;
  let openedAt = 0 as Micros;
  let heardAt: Micros | undefined;

  const decoder = createDetectingDecoder(device, {
    block(block) {
      nextFrame = block.firstFrame + block.count;
      stream.arrived(nextFrame, profile.sampleRate);
      onFrames(block, profile);
      const wrong = rateCheck.count(block.count);
      if (wrong !== undefined) onWrongRate(wrong);
    },
    event(event) {
      if (event.kind === 'detected') {
        profile = detectedProfile(device, event);
        rateCheck = createRateCheck(clock, profile.sampleRate);
      }
      if (event.kind === 'gap') {
        gaps += 1;
        rateCheck.interrupt();
      }
      log.decoder(nextFrame / profile.sampleRate, event, profile.sampleRate);
    },
  });

  const call = createDeviceCall(clock, device.protocol, (bytes) => keeper.write(bytes));
  const keeper = createPortKeeper({
    clock,
    connect: () => connect(path, device.baud),
    events: {
      opened() {
        isOpen = true;
        openedAt = clock.now();
        heardAt = undefined;
        decoder.reset();
        first.resolve({ ok: true });
        log.opened(stream.now(), `${path}, ${device.baud} baud`);
        call.opened();
      },
      failed(error) {
        const text = openErrorText(path, error);
        first.resolve({ ok: false, because: text });
        log.failed(stream.now(), text);
      },
      bytes(bytes, at) {
        heardAt = at;
        call.heard();
        log.heard();
        decoder.push(bytes, at);
      },
      lost(loss) {
        isOpen = false;
        call.closed();
        log.lost(stream.now(), loss, Math.round(toMs((clock.now() - (heardAt ?? openedAt)) as Micros)));
      },
    },
  });

  return {
    start: () => keeper.start(),
    firstOpen: first.promise,
    stream,
    get isOpen() {
      return isOpen;
    },
    get isHeard() {
      return isOpen && heardAt !== undefined;
    },
    get profile() {
      return profile;
    },
    stats: decoder.stats,
    get gaps() {
      return gaps;
    },
    async stop() {
      call.closed();
      if (isOpen && profile.protocol === 'ecg12-ascii') keeper.write(hostCommand('stop'));
      isOpen = false;
      await keeper.stop();
    },
  };
}
