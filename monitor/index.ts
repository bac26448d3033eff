/** The monitor: a serial port in, beats, heart rate, alarms and waveforms out. */
export * from './contract.ts';
export * from './events.ts';
