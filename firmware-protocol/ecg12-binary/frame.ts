import { type ChecksumRule, checksumByte } from '../checksum.ts';
import type { Refusal } from '../codec.ts';
import { CHECKSUM, END, LENGTH, OPCODE, START, WORDS } from './layout.ts';

const WORDS_END = WORDS.at + WORDS.bytes;
const MARKER_BIT = 0x80;

/**
 * What is wrong with the 22 bytes at `at`, or undefined when they are a frame. The caller skips one byte and looks again.
 * The counter is not judged here: nothing in the frame vouches for it.
 */
export function faultOf(bytes: Uint8Array, at: number, rule: ChecksumRule): Refusal | undefined {
  if (bytes[at + START.at] !== START.value) return 'start';
  if (bytes[at + END.at] !== END.value) return 'end';
  if (bytes[at + LENGTH.at] !== LENGTH.value) return 'length';
  if (bytes[at + OPCODE.at] !== OPCODE.value) return 'opcode';
  let sum = 0;
  let xor = 0;
  let any = 0;
  for (let i = at + WORDS.at; i < at + WORDS_END; i += 1) {
    const byte = bytes[i]!;
    sum += byte;
    xor ^= byte;
    any |= byte;
  }
  if (rule.checked && bytes[at + CHECKSUM.at] !== checksumByte(rule, sum, xor)) return 'checksum';
  return (any & MARKER_BIT) === 0 ? undefined : 'range';
}

/** Has it the four fixed bytes of a frame, whatever is between them? */
export const isFrameShaped = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + START.at] === START.value && bytes[at + END.at] === END.value && hasHeader(bytes, at);

/** Length and opcode hold: a frame began here, whatever became of it. */
const hasHeader = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + LENGTH.at] === LENGTH.value && bytes[at + OPCODE.at] === OPCODE.value;

/** A marker among other bytes is no frame: only what also has a frame's end, or a frame's header, is worth a word. */
export const isWorthAWord = (bytes: Uint8Array, at: number, fault: Refusal): boolean =>
  fault !== 'start' && (fault !== 'end' || hasHeader(bytes, at));
