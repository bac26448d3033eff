import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Monitor } from '../index.ts';
import { openLiveFeed } from './live-feed.ts';
import type { PatientLabel } from './messages.ts';
import { isOwnOrigin } from './own-origin.ts';

export interface MonitorServerOptions {
  readonly monitor: Monitor;
  /** 0 takes any free port. */
  readonly port: number;
  /** The built page; when it is not there the API works and the page says how to build it. */
  readonly assetsDir: string;
  readonly patient?: PatientLabel;
  /** Marks every page. Say so whenever the heart is not a person's. */
  readonly simulated?: boolean;
  /** Default 127.0.0.1. Whoever reaches the server sees the patient: widen with care. */
  readonly host?: string;
}

export interface MonitorServer {
  readonly url: string;
  /** Ends every connection and timer of the server. The monitor goes on. */
  close(): Promise<void>;
}

/** Only what the page is made of. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Shows a monitor to browsers. Rejects with one sentence when the port cannot be had. */
export async function startMonitorServer(options: MonitorServerOptions): Promise<MonitorServer> {
  const { monitor, port, host = '127.0.0.1', patient = null, simulated = false } = options;
  const app = Fastify({ bodyLimit: 1024, forceCloseConnections: true });
  guard(app, host);
  app.get('/healthz', () => ({ ok: true }));
  app.get('/api/status', () => ({ patient, simulated, ...monitor.status }));
  await addPage(app, options.assetsDir);
  const feed = openLiveFeed(app.server, { monitor, host, patient, simulated });
  const close = async (): Promise<void> => {
    await feed.close();
    await app.close();
  };
  try {
    await app.listen({ host, port });
  } catch (error) {
    await close();
    throw new Error(listenSentence(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  const address = app.server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close };
}

function guard(app: FastifyInstance, host: string): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'content-security-policy': PAGE_POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    if (isOwnOrigin(request.headers, host)) return done();
    void reply.code(403).send({ error: `the monitor answers to its own address only, got host "${request.headers.host ?? ''}"` });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `there is no ${request.method} ${request.url} here: see /, /healthz and /api/status` }),
  );
}

async function addPage(app: FastifyInstance, assetsDir: string): Promise<void> {
  if (existsSync(join(assetsDir, 'index.html'))) {
    await app.register(fastifyStatic, { root: assetsDir });
    return;
  }
  app.get('/', (_request, reply) =>
    reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send(`The monitor page is not built: run "npm run build:web" and start again. Looked in ${assetsDir}\n`),
  );
}

function listenSentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `the monitor cannot use port ${port}: another program listens there. Choose another port, or 0 for any free one`;
  if (error.code === 'EACCES') return `the monitor may not use port ${port} on ${host}: choose one above 1023, or 0 for any free one`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `the monitor cannot listen on ${host}: this machine has no such address`;
  return `the monitor cannot listen on ${host}:${port}: ${error.message}`;
}
