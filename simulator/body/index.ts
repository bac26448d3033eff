/** What lies between the heart and the front end: electrodes, their faults, and noise. */
export { type BodyOptions, createBody, NOISES, type NoiseSpec } from './body.ts';
export { type Synthesis, type SynthesisOptions, synthesise } from './synthesise.ts';
export { toTwelveLeads } from './twelve-leads.ts';
