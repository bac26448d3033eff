/** The lines a device can be plugged into. */
export type { CountedLink } from './counted-link.ts';
export { createMockLink, type MockBindingLike, type MockLinkOptions, type MockPort } from './mock-link.ts';
export type { SerialStream } from './serial-types.ts';
export { createTwinLink, type TwinLink, type TwinLinkOptions } from './twin-link.ts';
