import { expect, it } from 'vitest';
import { createAsciiRemote } from './ascii-remote.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('is silent until told to start, and after it is told to stop', () => {
  const remote = createAsciiRemote();
  expect(remote.streaming).toBe(false);
  remote.hear(bytes('1\r\n'));
  expect(remote.streaming).toBe(true);
  remote.hear(bytes('0\r\n'));
  expect(remote.streaming).toBe(false);
});

it('forgets everything with its power, half a command too', () => {
  const remote = createAsciiRemote();
  remote.hear(bytes('1\r\n1\r'));
  remote.reset();
  expect(remote.streaming).toBe(false);
  remote.hear(bytes('\n'));
  expect(remote.streaming).toBe(false);
});
