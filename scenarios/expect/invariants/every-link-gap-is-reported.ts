import { toSeconds } from '../../../kernel/index.ts';
import type { Invariant } from './invariant.ts';

/** A cut longer than a turn of the counter is resolved with arrival time, which can be off by a turn on a busy host. */
const COUNTER_TURN_FRAMES = 64;

/** Frames of the time axis = frames decoded + frames reported lost, when the line has run empty. A device without power has a time axis too. */
export const everyLinkGapIsReported: Invariant = (bench, broken) => {
  let reported = 0;
  let cuts = 0;
  bench.on('link', (event) => {
    if (event.event === 'gap') reported += event.frames ?? 0;
  });
  bench.onDeed(({ command }) => {
    if (command.do === 'unplug' || (command.do === 'mute' && command.muted)) cuts += 1;
  });
  bench.atRest(() => {
    const due = Math.floor(toSeconds(bench.end) * bench.sampleRate);
    const missing = due - bench.counts.decoded;
    if (Math.abs(missing - reported) <= cuts * COUNTER_TURN_FRAMES) return;
    broken(bench.now(), `${missing} of ${due} frames were lost, ${reported} were reported`);
  });
};
