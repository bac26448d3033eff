/** Atria that beat for themselves, cut off from the ventricles: P waves march through whatever goes on below. */
import type { Heart, Pacemaker } from './heart.ts';
import { atrialPart } from './parts.ts';
import { cycleOfRate, following } from './sinus-node.ts';

export const dissociatedAtria = (heart: Heart, bpm: () => number): Pacemaker => ({
  chamber: 'atria',
  plan: (moment) => {
    const at = following(moment, cycleOfRate(bpm()));
    return { at, parts: [atrialPart({ offset: 0, conducted: false, gain: heart.breath(at) })] };
  },
});
