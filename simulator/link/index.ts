/** The lines a device can be plugged into. */
export type { CountedLink } from './counted-link.ts';
export { createMockLink, type MockBindingLike, type MockLinkOptions, type MockPort } from './mock-link.ts';
export { openPtyLink, type PtyLink, type PtyLinkOptions, type Unplug } from './pty-link.ts';
export { openSerialLink, type SerialLinkOptions } from './serial-link.ts';
export type { SerialStream } from './serial-types.ts';
export { createTwinLink, type TwinLink, type TwinLinkOptions } from './twin-link.ts';
