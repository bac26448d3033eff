/** A simulated patient on a simulated device on a link: what a monitor is tested against. */
export { type BenchFigures, benchPatientToFrames } from './bench.ts';
export { createBody, type Synthesis, type SynthesisOptions, synthesise, toTwelveLeads } from './body/index.ts';
export type * from './contract.ts';
export { createMockLink, createTwinLink, openPtyLink, openSerialLink, type PtyLink, type TwinLink } from './link/index.ts';
export { createPatient, RHYTHMS } from './patient/index.ts';
export { createSimulator, type SimulatorOptions } from './simulator.ts';
export type * from './truth.ts';
