import type { TransmittedLead } from './leads.ts';

export type Checksum = 'sum7' | 'sum8' | 'xor8' | 'zero' | { readonly fixed: number } | 'ignore';
export type ProtocolId = 'ecg12-binary' | 'ecg12-ascii';

/** What one model of the device does differently from another. Every field can be overridden. */
export interface DeviceProfile {
  readonly id: string;
  readonly protocol: ProtocolId;
  readonly baud: number;
  /** Frames (or lines) per second. */
  readonly sampleRate: number;
  /** ADC counts per millivolt. */
  readonly countsPerMv: number;
  /** ADC counts at zero volts, per transmitted lead in frame order. */
  readonly baseline: Readonly<Record<TransmittedLead, number>>;
  /** `RA`: chest channels are Vn minus RA, so the receiver subtracts (I + II) / 3. `wilson`: already against Wilson's terminal. */
  readonly chestReference: 'RA' | 'wilson';
  readonly checksum: Checksum;
  readonly byteOrder: 'msb-first' | 'lsb-first';
  readonly counterModulo: number;
}
