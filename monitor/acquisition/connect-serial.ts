import { SerialPort } from 'serialport';
import type { SerialConnection } from '../contract.ts';

/** A serial port of this machine, 8N1, locked against other programs, not yet open. */
export const connectSerial = (path: string, baud: number): SerialConnection => new SerialPort({ path, baudRate: baud, autoOpen: false });
