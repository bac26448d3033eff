/** The monitor: a serial port in, beats, heart rate, alarms and waveforms out. */
export { connectSerial } from './acquisition/index.ts';
export { DEFAULT_LIMITS } from './alarms/index.ts';
export { createPipeline, type Pipeline, type PipelineOptions, type SignalBlock } from './analysis/index.ts';
export { type BenchFigures, benchMonitorStack, benchQrsOneLead } from './bench.ts';
export * from './contract.ts';
export { createEventOrder, type EventOrder } from './event-order.ts';
export * from './events.ts';
export { createMonitor } from './monitor.ts';
