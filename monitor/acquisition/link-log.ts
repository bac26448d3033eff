/** What happens on the wire as `link` events, bounded: a torrent of errors is told by its beginning and by the counters. */
import type { DecoderEvent } from '../../firmware-protocol/index.ts';
import { type Clock, type Micros, seconds } from '../../kernel/index.ts';
import type { LinkStatusEvent } from '../events.ts';
import type { Loss } from './port-session.ts';

/** Decoder events told per second; the rest is only counted. */
const TOLD_PER_S = 50;

export interface LinkLog {
  opened(t: number, text: string): void;
  /** An open failed: told once, as the cable being gone, when the port had been open before. */
  failed(t: number, text: string): void;
  lost(t: number, loss: Loss | 'stalled', silentMs: number): void;
  /** `t`: signal time of the next frame, where a gap begins. */
  decoder(t: number, event: DecoderEvent, sampleRate: number): void;
  /** Bytes came: the next silence is a new one. */
  heard(): void;
}

export function createLinkLog(clock: Clock, emit: (event: LinkStatusEvent) => void): LinkLog {
  let toldOpen = false;
  /** The present outage has been told as a stall or as a pulled cable. */
  let told: Loss | 'stalled' | undefined;
  let windowFrom = 0 as Micros;
  let windowCount = 0;

  function mayTell(): boolean {
    if (clock.now() - windowFrom >= seconds(1)) {
      windowFrom = clock.now();
      windowCount = 0;
    }
    windowCount += 1;
    return windowCount <= TOLD_PER_S;
  }

  function close(t: number): void {
    if (toldOpen) emit({ kind: 'link', t, event: 'close' });
    toldOpen = false;
  }

  return {
    opened(t, text) {
      if (!toldOpen) emit({ kind: 'link', t, event: 'open', text });
      toldOpen = true;
    },
    failed(t, text) {
      if (told === 'stalled' && !toldOpen) {
        told = 'unplugged';
        emit({ kind: 'link', t, event: 'unplugged', text });
      }
    },
    lost(t, loss, silentMs) {
      if (loss !== 'closed' && told !== loss) {
        emit({ kind: 'link', t, event: loss, ...(loss === 'stalled' ? { durationMs: silentMs } : {}) });
        close(t);
      } else if (loss === 'closed') close(t);
      told = loss;
    },
    decoder(t, event, sampleRate) {
      if (event.kind === 'gap') {
        if (mayTell())
          emit({
            kind: 'link',
            t,
            event: 'gap',
            frames: event.frames,
            exact: event.exact,
            durationMs: Math.round((1000 * event.frames) / sampleRate),
          });
      } else if (event.kind === 'refused' && event.because === 'checksum') {
        if (mayTell()) emit({ kind: 'link', t, event: 'checksum', frames: 1 });
      } else if (event.kind === 'resync') {
        if (mayTell()) emit({ kind: 'link', t, event: 'resync', text: `${event.bytes} bytes skipped` });
      }
    },
    heard() {
      told = undefined;
    },
  };
}
