/** The monitor as one object: a port in, events and waveforms out. It knows a serial path and nothing behind it. */

import type { Duplex } from 'node:stream';
import type { DeviceProfile } from '../firmware-protocol/index.ts';
import type { Cancel, Clock } from '../kernel/index.ts';
import type { AlarmEvent, AlarmId, MonitorEvent } from './events.ts';

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

/**
 * Pass bands of the display (-3 dB, Hz): diagnostic 0.05-150, st 0.05-40, monitor 0.5-40, surgery 1-20; mains notch apart.
 * They touch the drawn trace only, never a measurement.
 */
export interface DisplayFilter {
  readonly band: 'diagnostic' | 'monitor' | 'st' | 'surgery';
  readonly notch: 'off' | 50 | 60;
}

/** How the first attempt to open the port went. Later attempts are retried in silence and show as `link` events. */
export type FirstOpen = { readonly ok: true } | { readonly ok: false; readonly because: string };

export interface MonitorOptions {
  readonly clock: Clock;
  readonly path: string;
  /** Opens nothing yet: makes a connection that `open` opens. In production `new SerialPort({ path, baudRate, autoOpen: false })`. */
  readonly connect: (path: string, baud: number) => SerialConnection;
  readonly device: DeviceProfile;
  readonly limits?: Partial<AlarmLimits>;
  /** Default: monitor band, notch off. */
  readonly display?: DisplayFilter;
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
  /** Alarms that stand now (not `off`), oldest first: what a page that has just connected must show. */
  readonly alarms: readonly AlarmEvent[];
  readonly display: DisplayFilter;
  /** The limits in force, to be shown beside the heart rate. */
  readonly limits: AlarmLimits;
}

export interface Monitor {
  start(): void;
  /** Settles once, after the first attempt to open the port; never rejects. */
  firstOpen(): Promise<FirstOpen>;
  setDisplay(filter: DisplayFilter): void;
  onEvent(listener: (event: MonitorEvent) => void): Cancel;
  onWave(listener: (block: WaveBlock) => void): Cancel;
  acknowledge(alarm: AlarmId): void;
  readonly status: MonitorStatus;
  /** Closes the port and every timer. */
  stop(): Promise<void>;
}
