import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { DeviceProfile } from '../../firmware-protocol/index.ts';
import { NOISES } from '../body/index.ts';
import type { RhythmSpec, Simulator } from '../contract.ts';
import { type CommandBus, createCommandBus } from './command-bus.ts';
import { createLinkMeter } from './link-meter.ts';
import type { CatalogueRow, ConsoleFacts, RhythmPreview, Status } from './messages.ts';
import { createPreviewFeed } from './preview-feed.ts';
import { addRoutes } from './routes.ts';
import { openSockets } from './sockets.ts';
import { createTruthLog } from './truth-log.ts';

export interface ConsoleOptions {
  readonly simulator: Simulator;
  readonly rhythms: readonly RhythmSpec[];
  /** How the counts of this device become millivolts and its frames are laid out. */
  readonly profile: DeviceProfile;
  /** 0 takes any free port. */
  readonly port: number;
  /** The built page; when it is not there the API works and the page says how to build it. */
  readonly assetsDir: string;
  readonly seed: number;
  /** Shown to people: the device family's id and the path a monitor opens. */
  readonly device: string;
  readonly path: string;
  readonly monitorUrl?: string | undefined;
  /** Default 127.0.0.1. Whoever reaches the console steers the patient: widen with care. */
  readonly host?: string;
  /** Draws a rhythm for the catalogue. Without it rows have no strip. */
  readonly renderPreview?: (rhythm: string) => RhythmPreview;
}

export interface Console {
  readonly url: string;
  close(): Promise<void>;
}

/** Only what the page is made of; styles are set from scripts and sheets of our own. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const BODY_BYTES_MAX = 16_384;

/** Serves the console page and its API. Rejects with one sentence when the port cannot be had. */
export async function startConsole(options: ConsoleOptions): Promise<Console> {
  const { host = '127.0.0.1', port } = options;
  const { app, close } = await createConsoleApp(options);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await close();
    throw new Error(listenSentence(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  const address = app.server.address();
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${typeof address === 'object' && address ? address.port : port}`,
    close,
  };
}

/** The same without a port, for tests. */
export async function createConsoleApp(
  options: ConsoleOptions,
): Promise<{ app: FastifyInstance; bus: CommandBus; close: () => Promise<void> }> {
  const { simulator, rhythms, profile, seed, device, path, monitorUrl, host = '127.0.0.1', renderPreview } = options;
  const app = Fastify({ bodyLimit: BODY_BYTES_MAX, forceCloseConnections: true });
  const bus = createCommandBus({ simulator, rhythms });
  const meter = createLinkMeter({ simulator, profile });
  const preview = createPreviewFeed({ simulator, profile });
  const truth = createTruthLog(simulator);
  const facts: ConsoleFacts = { device, profile, seed, path, monitorUrl: monitorUrl ?? null, noises: NOISES };
  let link = meter.report();
  const status = (): Status => ({ start: bus.start, state: simulator.state, stats: simulator.stats, link });
  const pulse = setInterval(() => (link = meter.report()), 250);
  let rows: readonly CatalogueRow[] | undefined;
  const catalogue = (): readonly CatalogueRow[] =>
    (rows ??= rhythms.map((rhythm) => ({ ...rhythm, preview: renderPreview?.(rhythm.id) ?? null })));

  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.headers({ 'content-security-policy': PAGE_POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    done();
  });
  addRoutes(app, { bus, facts, host, catalogue, status });
  await addPage(app, options.assetsDir);
  const sockets = openSockets(app.server, { bus, facts, host, preview, truth, status, state: () => simulator.state });

  return {
    app,
    bus,
    async close() {
      clearInterval(pulse);
      await sockets.close();
      await app.close();
      for (const part of [bus, meter, preview, truth]) part.close();
    },
  };
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
      .send(`The console page is not built: run "npm run build:web" and start again. Looked in ${assetsDir}\n`),
  );
}

function listenSentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `the console cannot use port ${port}: another program listens there. Choose another port, or 0 for any free one`;
  if (error.code === 'EACCES') return `the console may not use port ${port} on ${host}: choose one above 1023, or 0 for any free one`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `the console cannot listen on ${host}: this machine has no such address`;
  return `the console cannot listen on ${host}:${port}: ${error.message}`;
}
