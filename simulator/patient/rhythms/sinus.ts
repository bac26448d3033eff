/** Normal rhythm, from the slowest heart a monitor must count to the fastest. At high rates PR and QT shorten and P climbs on T. */
import type { Rhythm } from '../heart.ts';
import { sinusPacemaker, sinusParams } from '../sinus-node.ts';
import { ADULT } from '../waves/adult.ts';

export const sinus: Rhythm = {
  spec: {
    id: 'sinus',
    family: 'sinus',
    title: 'Sinus rhythm',
    about: 'One upright P in II before every narrow QRS, at an even rate.',
    params: sinusParams({ rate: { min: 10, max: 300, default: 75 }, qrsMs: 79, qtcMs: 370 }),
    expected: [],
  },
  begin: (heart) => ({ pacemakers: [sinusPacemaker(heart, ADULT)], sources: [] }),
};
