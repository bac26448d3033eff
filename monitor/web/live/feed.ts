/** The page's end of the socket: keeps the state, hands waves on, sends commands. Waves never enter the state. */
import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import type { AlarmId, DisplayFilter } from '../../index.ts';
import { type Answer, type PageEvents, type ServerEvents, SOCKET_PATH } from '../../server/messages.ts';
import { decodeWaveFrames, type WaveFrame } from '../../server/wave-frame.ts';
import { afterEvent, afterHello, afterSecond, afterStatus, initialState, isWithoutSignal, type LiveState } from './live-state.ts';

export interface Feed {
  readonly state: LiveState;
  subscribe(this: void, listener: () => void): () => void;
  onWaves(listener: (frames: readonly WaveFrame[]) => void): () => void;
  acknowledge(alarm: AlarmId): void;
  setDisplay(filter: DisplayFilter): void;
}

/** How often the page looks at the clock: silence shows within this much of its time. */
const LOOK_MS = 250;
const ANSWER_MS_MAX = 3000;

const now = (): number => performance.now();

function noteAnswer(error: Error | null, answer?: Answer): void {
  if (error) console.error('the monitor did not answer a command:', error.message);
  else if (answer && !answer.ok) console.error(answer.error);
}

export function createFeed(): Feed {
  const socket: Socket<ServerEvents, PageEvents> = io({ path: SOCKET_PATH, parser, transports: ['websocket'], reconnectionDelayMax: 2000 });
  const listeners = new Set<() => void>();
  const waveListeners = new Set<(frames: readonly WaveFrame[]) => void>();
  let state = initialState(now());
  let wavesAt = state.wavesAt;
  let looks = 0;
  let refused = '';

  function become(next: LiveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  socket.on('hello', (hello) => become(afterHello(state, hello, now())));
  socket.on('status', (message) => become(afterStatus({ ...state, wavesAt }, message, now())));
  socket.on('event', (dated) => become(afterEvent(state, dated)));
  socket.on('disconnect', () => become({ ...state, isConnected: false, now: now() }));
  function read(bytes: Uint8Array): readonly WaveFrame[] {
    // A browser's msgpack parser gives an ArrayBuffer where the server sent bytes.
    const decoded = decodeWaveFrames(ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes));
    if (decoded.ok) return decoded.frames;
    if (refused !== decoded.because) console.error(decoded.because);
    refused = decoded.because;
    return [];
  }

  function handOn(frames: readonly WaveFrame[]): void {
    for (const listener of waveListeners) listener(frames);
  }

  socket.on('past', (bytes) => handOn(read(bytes)));
  socket.on('wave', (bytes) => {
    const frames = read(bytes);
    if (frames.length === 0) return;
    wavesAt = now();
    if (isWithoutSignal({ ...state, now: wavesAt })) become({ ...state, wavesAt, now: wavesAt });
    handOn(frames);
  });

  setInterval(() => {
    looks += 1;
    const looked = { ...state, wavesAt, now: now() };
    become(looks % (1000 / LOOK_MS) === 0 ? afterSecond(looked) : looked);
  }, LOOK_MS);

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onWaves(listener) {
      waveListeners.add(listener);
      return () => waveListeners.delete(listener);
    },
    acknowledge: (alarm) => socket.timeout(ANSWER_MS_MAX).emit('acknowledge', alarm, noteAnswer),
    setDisplay: (filter) => socket.timeout(ANSWER_MS_MAX).emit('display', filter, noteAnswer),
  };
}
