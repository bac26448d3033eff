import type { FrameEncoder } from '../../firmware-protocol/index.ts';
import { createFaultQueue, type FrameFault } from './fault-queue.ts';
import { damageFrame } from './frame-damage.ts';

/** Frames in one write at most: a late tick is sent in several, which a line of 4096 bytes can take one after the other. */
export const FRAMES_PER_WRITE_MAX = 32;
const LEADS = 8;

/** Frames to bytes on the line, with the damage that was asked for. */
export interface Transmitter {
  /** `counter`: of the first frame. At most FRAMES_PER_WRITE_MAX frames. No allocation while no fault waits. */
  send(frames: { readonly samples: Uint16Array; readonly connected: Uint16Array; readonly count: number; readonly counter: number }): void;
  /** Takes effect on the next frame sent. */
  damage(fault: FrameFault): void;
  /** Frames put on the line, copies counted. */
  readonly framesSent: number;
  readonly bytesSent: number;
  /** Bytes the line had no room for. */
  readonly bytesRefused: number;
}

export interface TransmitterOptions {
  readonly encoder: FrameEncoder;
  readonly write: (bytes: Uint8Array) => { accepted: number };
  /** A fault begins; `counter` is that of the first frame it hits. */
  readonly onFault: (fault: FrameFault, counter: number) => void;
}

export function createTransmitter({ encoder, write, onFault }: TransmitterOptions): Transmitter {
  // every frame twice, and a byte too many in each
  const out = new Uint8Array(2 * FRAMES_PER_WRITE_MAX * (encoder.frameBytesMax + 1));
  let framesSent = 0;
  let bytesSent = 0;
  let bytesRefused = 0;
  let counter = 0;
  const faults = createFaultQueue((fault) => onFault(fault, counter));

  /** Encodes one frame with its fate, from `at`; returns where the bytes end. */
  function encodeFated(frame: { samples: Uint16Array; connected: Uint16Array; count: number; counter: number }, at: number): number {
    const fate = faults.next();
    if (fate === 'lost') return at;
    const end = at + encoder.encode(frame, out, at);
    framesSent += 1;
    if (fate === 'whole') return end;
    if (fate !== 'twice') return damageFrame(out, at, end, fate);
    framesSent += 1;
    out.copyWithin(end, at, end);
    return end + (end - at);
  }

  return {
    send({ samples, connected, count, counter: first }) {
      let end = 0;
      let done = 0;
      for (; done < count && faults.waiting; done += 1) {
        counter = first + done;
        const frame = { samples: samples.subarray(done * LEADS), connected: connected.subarray(done), count: 1, counter };
        end = encodeFated(frame, end);
      }
      if (done < count) {
        const rest = done === 0 ? { samples, connected } : { samples: samples.subarray(done * LEADS), connected: connected.subarray(done) };
        end += encoder.encode({ ...rest, count: count - done, counter: first + done }, out, end);
        framesSent += count - done;
      }
      if (end === 0) return;
      const { accepted } = write(out.subarray(0, end));
      bytesSent += accepted;
      bytesRefused += end - accepted;
    },
    damage: (fault) => faults.add(fault),
    get framesSent() {
      return framesSent;
    },
    get bytesSent() {
      return bytesSent;
    },
    get bytesRefused() {
      return bytesRefused;
    },
  };
}
