/** FNV-1a over the ADC counts and connection bits of the frames of a second: the signal's place in the trace. */
export interface SampleHash {
  add(frames: { readonly samples: Uint16Array; readonly connected: Uint16Array; readonly count: number }): void;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const LEADS = 8;

/** `tell` gets one hash for each `framesPerHash` frames, numbered from 0. The blocks the frames come in change nothing. */
export function createSampleHash({
  framesPerHash,
  tell,
}: {
  framesPerHash: number;
  tell: (second: number, hash: string) => void;
}): SampleHash {
  let hash = OFFSET_BASIS;
  let frames = 0;
  let second = 0;
  return {
    add({ samples, connected, count }) {
      for (let frame = 0; frame < count; frame += 1) {
        for (let i = frame * LEADS; i < (frame + 1) * LEADS; i += 1) hash = Math.imul(hash ^ samples[i]!, PRIME);
        hash = Math.imul(hash ^ connected[frame]!, PRIME);
        frames += 1;
        if (frames < framesPerHash) continue;
        tell(second, (hash >>> 0).toString(16).padStart(8, '0'));
        second += 1;
        frames = 0;
        hash = OFFSET_BASIS;
      }
    },
  };
}
