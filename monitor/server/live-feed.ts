/** The pages' socket: waveforms, events and status out, commands in. */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import parser from 'socket.io-msgpack-parser';
import type { Monitor, MonitorEvent } from '../index.ts';
import { readAcknowledge, readDisplay } from './commands.ts';
import { type Answer, type DatedEvent, type PageEvents, type PatientLabel, type ServerEvents, SOCKET_PATH, STATUS_MS } from './messages.ts';
import { isOwnOrigin } from './own-origin.ts';
import { createRecent } from './recent.ts';
import { createWaveBatch } from './wave-batch.ts';

export interface LiveFeedOptions {
  readonly monitor: Monitor;
  readonly host: string;
  readonly patient: PatientLabel | null;
  readonly simulated: boolean;
}

/** 25 frames a second. */
const WAVE_MS = 40;
/** Pages send small commands only. */
const MESSAGE_BYTES_MAX = 4096;
const TREND_MS = 1000;
/** Quality comes often and is drawn by nobody yet. */
const SILENT: ReadonlySet<MonitorEvent['kind']> = new Set(['quality']);

export function openLiveFeed(http: HttpServer, { monitor, host, patient, simulated }: LiveFeedOptions): { close(): Promise<void> } {
  const io = new Server<PageEvents, ServerEvents>(http, {
    path: SOCKET_PATH,
    parser,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    pingInterval: 10_000,
    pingTimeout: 5_000,
    allowRequest: ({ headers }, decide) => {
      const own = isOwnOrigin(headers, host);
      decide(own ? null : 'foreign origin', own);
    },
  });
  const batch = createWaveBatch();
  const recent = createRecent();
  let queue: DatedEvent[] = [];
  let sinceStatusMs = 0;
  let sinceTrendMs = 0;

  const cancels = [
    monitor.onWave((block) => batch.push(block)),
    monitor.onEvent((event) => {
      const dated = { at: Date.now(), event };
      recent.event(dated);
      if (!SILENT.has(event.kind)) queue.push(dated);
    }),
  ];

  io.on('connection', (socket) => {
    socket.emit('hello', { patient, simulated, status: monitor.status, since: recent.since, trend: recent.trend, recent: recent.events });
    socket.emit('past', recent.waves);
    socket.on('acknowledge', (alarm, answer) => reply(answer, readAcknowledge(alarm, monitor)));
    socket.on('display', (filter, answer) => reply(answer, readDisplay(filter, monitor)));
  });

  /**
   * Waves go first: a volatile message is dropped while another one is still on its way out, so an event of the same instant would
   * cost 40 ms of every trace. Events wait for the tick for the same reason.
   */
  function tick(): void {
    const frames = batch.take();
    // The parser's encoder knows bytes as a Buffer only: a plain Uint8Array would arrive as an object.
    if (frames) {
      recent.wave(frames);
      io.volatile.emit('wave', Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength));
    }
    const events = queue;
    queue = [];
    for (const dated of events) io.emit('event', dated);
    sinceStatusMs += WAVE_MS;
    sinceTrendMs += WAVE_MS;
    if (sinceTrendMs >= TREND_MS) {
      sinceTrendMs = 0;
      recent.rate(monitor.status.heartRate);
    }
    if (sinceStatusMs < STATUS_MS && !events.some(({ event }) => event.kind === 'alarm' || event.kind === 'lead')) return;
    sinceStatusMs = 0;
    io.emit('status', { status: monitor.status, since: recent.since });
  }

  const timer = setInterval(tick, WAVE_MS);
  return {
    async close() {
      clearInterval(timer);
      for (const cancel of cancels) cancel();
      await io.close();
    },
  };
}

function reply(answer: unknown, said: Answer): void {
  if (typeof answer === 'function') (answer as (said: Answer) => void)(said);
}
