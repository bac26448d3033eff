/** The wire: what both ends of the serial line must agree on. Browser-safe. */
export { benchDecoder } from './bench.ts';
export * from './codec.ts';
export { createDecoder, createEncoder } from './decoder.ts';
export { createDetectingDecoder } from './detection/decoder.ts';
export { detectedProfile } from './detection/profile.ts';
export { type CommandParser, createCommandParser, type HostCommand, hostCommand, START_SETTLE_MS } from './ecg12-ascii/commands.ts';
export { COLUMNS as ASCII_COLUMNS } from './ecg12-ascii/line.ts';
export * as binaryLayout from './ecg12-binary/layout.ts';
export * from './leads.ts';
export { type LinkBudget, lineRateMax, linkBudget } from './link-budget.ts';
export * from './profile.ts';
export { PROFILES, type ProfileOverrides, resolveProfile } from './profiles.ts';
export { createScale, type Scale } from './scale.ts';
