import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const ANY: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/**
 * Whether a request is for this server by a name it goes by, and from a page of its own. A WebSocket knows no same-origin rule, so a
 * page elsewhere could otherwise read the patient. Programs that send no Origin are no browsers, and may.
 */
export function isOwnOrigin({ host, origin }: IncomingHttpHeaders, boundTo: string): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d+$/, '');
  const isNamed = LOOPBACK.has(name) || name === boundTo || name === `[${boundTo}]` || ANY.has(boundTo);
  return isNamed && (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host));
}
