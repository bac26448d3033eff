/** For the tests of the monitor: a port that can be pulled, muted and made to hang, and a device that streams into it. */
import { Duplex } from 'node:stream';
import { ALL_CONNECTED, createEncoder, type DeviceProfile, TRANSMITTED_LEADS } from '../firmware-protocol/index.ts';
import { type Cancel, type Clock, every, ms } from '../kernel/index.ts';
import type { SerialConnection } from './contract.ts';

const LEADS = TRANSMITTED_LEADS.length;
const TICK = ms(10);

export interface TestPort {
  readonly connect: () => SerialConnection;
  /** Bytes to whoever has the port open. */
  send(bytes: Uint8Array): void;
  /** Pulls the cable. `hung`: the stream says nothing, as the native reader does when it spins. */
  unplug(how?: 'told' | 'hung'): void;
  replug(): void;
  /** Another program holds the port. */
  busy: boolean;
  /** What the host has written, as text. */
  readonly written: string;
  /** Connections made, opened now, and opened at once at most. */
  readonly stats: { connections: number; open: number; openMax: number };
}

export function createTestPort(): TestPort {
  const stats = { connections: 0, open: 0, openMax: 0 };
  const port = { busy: false, written: '' };
  let plugged = true;
  let present: { push(bytes: Uint8Array): void; drop(): void } | undefined;

  function connect(): SerialConnection {
    stats.connections += 1;
    let isOpen = false;
    const stream = new Duplex({
      autoDestroy: false,
      read() {},
      write(chunk: Buffer, _encoding, done) {
        port.written += chunk.toString('latin1');
        done();
      },
    });
    const closed = (): void => {
      isOpen = false;
      present = undefined;
      stats.open -= 1;
    };

    function open(done?: (error: Error | null) => void): void {
      setImmediate(() => {
        if (!plugged) return done?.(new Error('Error: No such file or directory, cannot open test'));
        if (port.busy) return done?.(new Error('Error Resource temporarily unavailable Cannot lock port'));
        isOpen = true;
        stats.open += 1;
        stats.openMax = Math.max(stats.openMax, stats.open);
        present = {
          push: (bytes) => void stream.push(Buffer.from(bytes)),
          drop() {
            closed();
            stream.emit('close', Object.assign(new Error('gone'), { disconnected: true }));
          },
        };
        done?.(null);
      });
    }

    function close(done?: (error: Error | null) => void): void {
      setImmediate(() => {
        if (!isOpen) return done?.(new Error('Port is not open'));
        closed();
        stream.emit('close', null);
        done?.(null);
      });
    }

    Object.defineProperty(stream, 'isOpen', { get: () => isOpen });
    return Object.assign(stream, { open, close }) as unknown as SerialConnection;
  }

  return Object.assign(port, {
    stats,
    connect,
    send: (bytes: Uint8Array) => present?.push(bytes),
    unplug(how: 'told' | 'hung' = 'told') {
      plugged = false;
      if (how === 'told') present?.drop();
      present = undefined;
    },
    replug() {
      plugged = true;
    },
  });
}

export interface TestDevice {
  /** Frames sent or due since the start, also while muted: the device keeps counting. */
  readonly frames: number;
  muted: boolean;
  stop: Cancel;
}

export interface TestDeviceOptions {
  readonly clock: Clock;
  readonly port: TestPort;
  readonly profile: DeviceProfile;
  /** mV of lead II at a time in s; the other leads have half of it. */
  readonly signal: (t: number) => number;
  readonly connected?: (t: number) => number;
}

/** Streams frames every 10 ms of the clock. */
export function startTestDevice({ clock, port, profile, signal, connected = () => ALL_CONNECTED }: TestDeviceOptions): TestDevice {
  const encoder = createEncoder(profile);
  const batch = profile.sampleRate / 100;
  const samples = new Uint16Array(batch * LEADS);
  const masks = new Uint16Array(batch);
  const bytes = new Uint8Array(batch * encoder.frameBytesMax);
  const device = { frames: 0, muted: false, stop: () => {} };

  device.stop = every(clock, TICK, 'test.device', () => {
    for (let i = 0; i < batch; i += 1) {
      const t = (device.frames + i) / profile.sampleRate;
      masks[i] = connected(t);
      for (let lead = 0; lead < LEADS; lead += 1) {
        samples[i * LEADS + lead] = Math.round(2048 + (lead === 1 ? 1 : 0.5) * signal(t) * profile.countsPerMv);
      }
    }
    const length = encoder.encode({ samples, connected: masks, count: batch, counter: device.frames % profile.counterModulo }, bytes, 0);
    device.frames += batch;
    if (!device.muted) port.send(bytes.slice(0, length));
  });
  return device;
}

/** Lead II of a heart of 75 bpm: R waves of 1 mV every 0.8 s. */
export function beating(t: number): number {
  const phase = ((t + 0.4) % 0.8) - 0.4;
  return Math.exp(-0.5 * (phase / 0.011) ** 2) - 0.3 * Math.exp(-0.5 * ((phase - 0.024) / 0.009) ** 2);
}
