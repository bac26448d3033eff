/** The monitor as one object: a port in, events and waveforms out. It knows a serial path and nothing behind it. */

import type { Duplex } from 'node:stream';
import type { DeviceProfile } from '../firmware-protocol/index.ts';
import type { Cancel, Clock } from '../kernel/index.ts';
import type { AlarmId, MonitorEvent } from './events.ts';

/** The part of a serial port the monitor uses: `SerialPort` and `SerialPortStream` both are one. */
export interface SerialConnection extends Duplex {
  readonly isOpen: boolean;
  open(callback?: (error: Error | null) => void): void;
  close(callback?: (error: Error | null) => void): void;
}

export interface AlarmLimits {
  readonly bradyBpm: number;
  readonly tachyBpm: number;
  readonly extremeBradyBpm: number;
  readonly extremeTachyBpm: number;
  readonly asystoleS: number;
}

export interface MonitorOptions {
  readonly clock: Clock;
  readonly path: string;
  /** Opens nothing yet: makes a connection that `open` opens. In production `new SerialPort({ path, baudRate, autoOpen: false })`. */
  readonly connect: (path: string, baud: number) => SerialConnection;
  readonly device: DeviceProfile;
  readonly limits?: Partial<AlarmLimits>;
}

/** Display waveforms, lightly filtered, never measured on. */
export interface WaveBlock {
  /** Stream index of the first sample; lost samples have indices too. */
  readonly firstSample: number;
  readonly sampleRate: number;
  readonly count: number;
  /** Planar, 8 leads in the order of TRANSMITTED_LEADS: `data[lead * count + i]`. */
  readonly data: Int16Array;
  readonly microvoltsPerLsb: number;
  /** Mask over SENSED_ELECTRODES of electrodes that were off anywhere in the block. */
  readonly electrodesOff: number;
  readonly gapBefore: boolean;
}

export type ConnectionState = 'live' | 'stale' | 'reconnecting' | 'offline';

export interface MonitorStatus {
  readonly connection: ConnectionState;
  readonly path: string;
  readonly protocol: string;
  readonly sampleRate: number;
  readonly heartRate: number | null;
  readonly framesDecoded: number;
  readonly framesLost: number;
  readonly gaps: number;
  readonly checksumErrors: number;
  readonly electrodesOff: readonly string[];
}

export interface Monitor {
  start(): void;
  onEvent(listener: (event: MonitorEvent) => void): Cancel;
  onWave(listener: (block: WaveBlock) => void): Cancel;
  acknowledge(alarm: AlarmId): void;
  readonly status: MonitorStatus;
  /** Closes the port and every timer. */
  stop(): Promise<void>;
}
