import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request may steer the patient. A page of another site may not (a WebSocket knows no same-origin rule), and neither
 * may a foreign name that resolves to this machine. Programs that send no Origin may: they are no browser.
 */
export function isOwnOrigin({ host, origin }: IncomingHttpHeaders, boundTo: string): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d+$/, '');
  const expected = LOOPBACK.has(name) || name === boundTo || boundTo === '0.0.0.0' || boundTo === '::';
  return expected && (origin === undefined || hostOf(origin) === host);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
