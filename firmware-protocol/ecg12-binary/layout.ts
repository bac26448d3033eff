/**
 * One frame of the binary ecg12 protocol: 22 bytes, eight 12-bit samples. The same table, for people, is in the README of the
 * protocol folder; a test holds the two together.
 */
export const FRAME_BYTES = 22;

export const START = { at: 0, value: 0xe8 } as const;
/** Counts frames, 0..counterModulo-1. No checksum covers it. */
export const COUNTER = { at: 1 } as const;
/** 16 bytes of samples and the end. */
export const LENGTH = { at: 2, value: 0x11 } as const;
export const OPCODE = { at: 3, value: 0x20 } as const;
/** Over the words only. */
export const CHECKSUM = { at: 4 } as const;
/** Eight words in the order of TRANSMITTED_LEADS. */
export const WORDS = { at: 5, bytes: 16 } as const;
export const END = { at: 21, value: 0x8e } as const;

/** In the high byte of a word: sample bits 11..7, the electrode's bit, in word II a second one. Bit 7 of every word byte is 0. */
export const SAMPLE_HIGH = 0x1f;
export const SAMPLE_LOW = 0x7f;
export const CONNECTED = 0x20;
export const CONNECTED_LL = 0x40;
