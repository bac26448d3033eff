import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import parser from 'socket.io-msgpack-parser';
import type { SimulatorState } from '../contract.ts';
import type { CommandBus } from './command-bus.ts';
import { type ClientEvents, type ConsoleFacts, type ServerEvents, SOCKET_PATH, type Status } from './messages.ts';
import { isOwnOrigin } from './origin.ts';
import type { PreviewFeed } from './preview-feed.ts';
import type { createTruthLog } from './truth-log.ts';

export interface SocketContext {
  readonly bus: CommandBus;
  readonly facts: ConsoleFacts;
  readonly host: string;
  readonly preview: PreviewFeed;
  readonly truth: ReturnType<typeof createTruthLog>;
  readonly status: () => Status;
  readonly state: () => SimulatorState;
}

const WAVE_MS = 40;
/** One status in so many wave ticks: about four a second. */
const STATUS_EVERY = 6;
/** Pages send small commands only. */
const MESSAGE_BYTES_MAX = 16_384;

/**
 * The page's socket: commands in, everything else out. Waves are volatile (a page that does not read loses pictures, never commands)
 * and flat, so the parser has nothing to search.
 */
export function openSockets(
  http: HttpServer,
  { bus, facts, host, preview, truth, status, state }: SocketContext,
): { close(): Promise<void> } {
  const io = new Server<ClientEvents, ServerEvents>(http, {
    path: SOCKET_PATH,
    parser,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    pingInterval: 10_000,
    pingTimeout: 5_000,
    allowRequest: (request, decide) => {
      const own = isOwnOrigin(request.headers, host);
      decide(own ? null : 'foreign origin', own);
    },
  });

  io.on('connection', (socket) => {
    socket.emit('hello', { facts, status: status(), journal: bus.journal, truth: truth.snapshot() });
    const past = preview.history();
    if (past) socket.emit('wave', past.at, asBytes(past.frames));
    socket.on('command', (command, answer) => {
      if (typeof answer !== 'function') return;
      const posted = bus.post(command);
      answer(posted.ok ? { ok: true, entry: posted.entry, state: state() } : { ok: false, error: posted.because });
    });
  });

  const cancel = bus.onEntry((entry) => {
    io.emit('journal', entry);
    io.emit('status', status());
  });

  let ticks = 0;
  const timer = setInterval(() => {
    // Waves first: a volatile message is dropped when another one is still being written.
    const batch = preview.take();
    if (batch) io.volatile.emit('wave', batch.at, asBytes(batch.frames));
    const events = truth.take();
    if (events.length > 0) io.emit('truth', events);
    ticks += 1;
    if (ticks % STATUS_EVERY === 0) io.emit('status', status());
  }, WAVE_MS);

  return {
    async close() {
      clearInterval(timer);
      cancel();
      await io.close();
    },
  };
}

/** The parser sends a Buffer as bytes, but any other view as an extension that browsers do not unpack. */
const asBytes = (frames: Uint8Array): Buffer => Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength);
