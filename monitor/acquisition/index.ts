/** The serial side of the monitor. */
export { type Acquisition, createAcquisition } from './acquisition.ts';
export { connectSerial } from './connect-serial.ts';
export { isEmpty, markRails } from './rails.ts';
