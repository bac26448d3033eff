import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Micros, parseDuration, toMs } from '../../kernel/index.ts';
import type { SimulatorState } from '../contract.ts';
import type { CommandBus } from './command-bus.ts';
import { whenSettled } from './command-wait.ts';
import type { CatalogueRow, ConsoleFacts, JournalEntry, Status } from './messages.ts';
import { isOwnOrigin } from './origin.ts';
import { scenarioText } from './scenario-text.ts';

export interface RouteContext {
  readonly bus: CommandBus;
  readonly facts: ConsoleFacts;
  readonly host: string;
  readonly catalogue: () => readonly CatalogueRow[];
  readonly status: () => Status;
}

/** How long POST /api/command waits for the heart to take up a change, unless `?wait=` says otherwise. */
const WAIT_DEFAULT = '3s';
const WAIT_MS_MAX = 60_000;

/** What a script gets for an accepted command. Times in microseconds of signal time; `appliedAt` is null while it still waits. */
export interface CommandReply {
  readonly appliedAt: Micros | null;
  readonly requestedAt: Micros;
  readonly status: JournalEntry['status'];
  readonly entry: JournalEntry;
  readonly state: SimulatorState;
}

/** The HTTP API for scripts: the same commands, state and journal as the page's, in plain JSON. */
export function addRoutes(app: FastifyInstance, context: RouteContext): void {
  const { bus, facts } = context;
  app.addHook('onRequest', (request, reply, done) => {
    if (isOwnOrigin(request.headers, context.host)) return done();
    void refuse(
      reply,
      403,
      `the console takes requests for its own address only, got host "${request.headers.host}" from origin "${request.headers.origin ?? 'none'}"`,
    );
  });

  app.get('/api/state', () => ({ facts, ...context.status() }));
  app.get('/api/rhythms', () => context.catalogue());
  app.get('/api/journal', () => bus.journal);
  app.get('/api/scenario', (_request, reply) =>
    reply.type('text/yaml; charset=utf-8').send(scenarioText({ facts, start: bus.start, journal: bus.journal })),
  );

  app.post<{ Querystring: { wait?: string } }>('/api/command', async (request, reply) => {
    const wait = readWait(request.query.wait ?? WAIT_DEFAULT);
    if (typeof wait === 'string') return refuse(reply, 400, wait);
    const posted = bus.post(request.body);
    if (!posted.ok) return refuse(reply, 400, posted.because);
    const entry = await whenSettled(bus, posted.entry, wait);
    const { state } = context.status();
    return { appliedAt: entry.appliedAt, requestedAt: entry.requestedAt, status: entry.status, entry, state } satisfies CommandReply;
  });

  app.setNotFoundHandler((request, reply) =>
    refuse(
      reply,
      404,
      `there is no ${request.method} ${request.url} here: see GET /api/state, /api/rhythms, /api/journal, /api/scenario and POST /api/command`,
    ),
  );
  app.setErrorHandler<Error & { statusCode?: number; code?: string }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return refuse(reply, status, sentences[status] ?? error.message);
  });
}

const sentences: Readonly<Record<number, string>> = {
  400: 'the body is not valid JSON: send one command, as in {"do":"unplug"}',
  413: 'the body is too large for a command',
  415: 'send the command as JSON, with content-type application/json',
};

/** Milliseconds, or what is wrong. */
function readWait(text: string): number | string {
  try {
    const wait = toMs(parseDuration(text));
    return wait <= WAIT_MS_MAX ? wait : `"wait" is ${text}: accepted is at most ${WAIT_MS_MAX / 1000}s`;
  } catch (error) {
    return `"wait" is ${(error as Error).message}`;
  }
}

const refuse = (reply: FastifyReply, status: number, error: string): FastifyReply => reply.code(status).send({ error });
