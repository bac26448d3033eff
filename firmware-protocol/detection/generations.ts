import type { DecoderEvent, DecoderSink } from '../codec.ts';
import { createAsciiDecoder } from '../ecg12-ascii/decoder.ts';
import { LINE_BYTES_MAX } from '../ecg12-ascii/line.ts';
import { createBinaryDecoder } from '../ecg12-binary/decoder.ts';
import { FRAME_BYTES } from '../ecg12-binary/layout.ts';
import type { GenerationDecoder } from '../generation.ts';
import type { DeviceProfile, ProtocolId } from '../profile.ts';
import { type ByteOrder, createOrderJudge } from './order-judge.ts';
import { detectedProfile } from './profile.ts';
import type { Recognition } from './recognise.ts';

/** A decoder of one generation, with what is needed to hand the stream from one to another. */
export interface Generation {
  readonly protocol: ProtocolId;
  readonly decoder: GenerationDecoder;
  readonly sampleRate: number;
  readonly frameBytes: number;
  /** For the `detected` event. */
  readonly byteOrder: string;
  /** Takes what a recognition says about details. Returns whether it changed anything worth telling. */
  adopt(recognition: Recognition): boolean;
}

/** Bytes without a frame after which a generation gives up: 23 binary frames, 12 lines. */
const PATIENCE_BYTES = 512;

export function createAsciiGeneration(profile: DeviceProfile, sink: DecoderSink): Generation {
  const { sampleRate } = detectedProfile(profile, { protocol: 'ecg12-ascii', byteOrder: '' });
  const decoder = createAsciiDecoder({ sampleRate }, sink, PATIENCE_BYTES);
  return { protocol: 'ecg12-ascii', decoder, sampleRate, frameBytes: LINE_BYTES_MAX, byteOrder: 'none', adopt: () => false };
}

/**
 * The byte order may be a guess while the signal says nothing (a device starts with zeros): then every frame is looked at until it is
 * certain. `say` hears of a change, after the frames read in the old order.
 */
export function createBinaryGeneration(profile: DeviceProfile, sink: DecoderSink, onOrder: (order: ByteOrder) => void): Generation {
  const { sampleRate } = detectedProfile(profile, { protocol: 'ecg12-binary', byteOrder: profile.byteOrder });
  const decoder = createBinaryDecoder(profile, sink, PATIENCE_BYTES);
  let order = profile.byteOrder;
  let isCertain = false;

  function read(next: ByteOrder): boolean {
    const isNews = next !== order;
    order = next;
    decoder.setByteOrder(next);
    return isNews;
  }

  function watch(): void {
    const judge = createOrderJudge(order);
    decoder.watch((bytes, at) => {
      judge.see(bytes, at);
      const { certain } = judge;
      if (certain === undefined) return;
      isCertain = true;
      decoder.watch(undefined);
      if (read(certain)) onOrder(certain);
    });
  }

  return {
    protocol: 'ecg12-binary',
    decoder,
    sampleRate,
    frameBytes: FRAME_BYTES,
    get byteOrder() {
      return order;
    },
    adopt(recognition) {
      if (isCertain && !recognition.isCertain) return false;
      isCertain = recognition.isCertain;
      if (isCertain) decoder.watch(undefined);
      else watch();
      return read(recognition.byteOrder);
    },
  };
}

export const detectedEvent = ({ protocol, byteOrder }: Generation, at: DecoderEvent['at']): DecoderEvent => ({
  kind: 'detected',
  protocol,
  byteOrder,
  at,
});
