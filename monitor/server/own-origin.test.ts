import { expect, it } from 'vitest';
import { isOwnOrigin } from './own-origin.ts';

it('takes its own page and programs, and no page from elsewhere', () => {
  const host = '127.0.0.1:8080';
  expect(isOwnOrigin({ host, origin: 'http://127.0.0.1:8080' }, '127.0.0.1')).toBe(true);
  expect(isOwnOrigin({ host }, '127.0.0.1')).toBe(true);
  expect(isOwnOrigin({ host, origin: 'http://evil.example' }, '127.0.0.1')).toBe(false);
  expect(isOwnOrigin({ host, origin: 'http://127.0.0.1:9999' }, '127.0.0.1')).toBe(false);
  expect(isOwnOrigin({ host, origin: 'null' }, '127.0.0.1')).toBe(false);
});

it('does not answer to a foreign name that leads here, unless it listens everywhere', () => {
  const rebound = { host: 'evil.example:8080', origin: 'http://evil.example:8080' };
  expect(isOwnOrigin(rebound, '127.0.0.1')).toBe(false);
  expect(isOwnOrigin({ host: 'ward-4.local:8080', origin: 'http://ward-4.local:8080' }, '0.0.0.0')).toBe(true);
  expect(isOwnOrigin({ host: '[::1]:8080' }, '::1')).toBe(true);
});
