/** Measurement and display: millivolts in, events and drawable blocks out. */

export { createDetection } from './detection.ts';
export { createDisplayPath, DEFAULT_DISPLAY, type DisplayPath } from './display-path.ts';
export { createPipeline, type Pipeline, type PipelineOptions, type SignalBlock } from './pipeline.ts';
export { signalOf, steadyBeats } from './synthetic-ecg.ts';
