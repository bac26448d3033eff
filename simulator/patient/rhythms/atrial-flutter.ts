/**
 * Typical atrial flutter with 2:1 conduction: the atria circle at twice the ventricular rate and every second turn passes the AV node.
 * One plan is one ventricular cycle with its two flutter waves, so the saw tooth stays locked to QRS whatever the rate.
 */
import type { Rhythm } from '../heart.ts';
import { rateParam } from '../params.ts';
import { atrialPart, ventricularPart } from '../parts.ts';
import { cycleOfRate, following } from '../sinus-node.ts';
import { ADULT } from '../waves/adult.ts';
import { shapeComplex } from '../waves/complex.ts';
import { FLUTTER_CYCLE_MS, FLUTTER_WAVE } from '../waves/flutter.ts';
import { place } from '../waves/wave.ts';

/** From the trough of the conducted flutter wave to R, in turns. */
const CONDUCTION_TURNS = 0.8;

export const flutter21: Rhythm = {
  spec: {
    id: 'flutter-2-1',
    family: 'supraventricular',
    title: 'Atrial flutter 2:1',
    about: 'A saw tooth in II, III and aVF at twice the rate of the regular narrow beats.',
    params: [rateParam({ min: 100, max: 180, default: 150 })],
    expected: [],
  },
  begin: (heart) => ({
    sources: [],
    pacemakers: [
      {
        chamber: 'ventricles',
        plan: (moment) => {
          const cycle = cycleOfRate(heart.param('rate'));
          const at = following(moment, cycle);
          const turn = cycle / 2;
          const wave = place(FLUTTER_WAVE, { stretch: turn / 1e3 / FLUTTER_CYCLE_MS });
          const conducted = -Math.round(CONDUCTION_TURNS * turn);
          const complex = shapeComplex(ADULT, { qrsMs: 79, qtMs: heart.qt({ rrMs: cycle / 1e3, qtcMs: 370 }), tScale: 0.5 });
          return {
            at,
            parts: [
              atrialPart({ offset: conducted, conducted: true, wave }),
              ventricularPart({ class: 'N', complex }),
              atrialPart({ offset: conducted + Math.round(turn), conducted: false, wave }),
            ],
          };
        },
      },
    ],
  }),
};
