/** The monitor for browsers: the live page, its waveforms and events. */
export type { PatientLabel } from './messages.ts';
export { type MonitorServer, type MonitorServerOptions, startMonitorServer } from './start-monitor-server.ts';
