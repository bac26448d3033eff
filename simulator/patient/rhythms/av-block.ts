/** Blocks between atria and ventricles. */
import { us } from '../../../kernel/index.ts';
import { dissociatedAtria } from '../atria.ts';
import type { Rhythm } from '../heart.ts';
import { rateParam } from '../params.ts';
import { atrialPart, pPeakBeforeR, ventricularPart } from '../parts.ts';
import { cycleOfRate, following } from '../sinus-node.ts';
import { ADULT } from '../waves/adult.ts';
import { shapeComplex } from '../waves/complex.ts';
import { ESCAPE_FOCUS } from '../waves/ventricular.ts';

/** PR of the conducted beats of a Wenckebach group; the P after them is dropped. */
const WENCKEBACH_PR_MS = [180, 260, 320] as const;
const WENCKEBACH_ATRIAL = WENCKEBACH_PR_MS.length + 1;

/** Second degree, Wenckebach 4:3: even P waves, PR that grows by 80 and 60 ms, then a P without QRS. The atrial clock leads. */
export const avBlock2Wenckebach: Rhythm = {
  spec: {
    id: 'av-block-2-wenckebach',
    family: 'conduction',
    title: 'AV block II, Wenckebach 4:3',
    about: 'PR grows over three beats, then a P wave without QRS; beats in groups of three.',
    params: [rateParam({ min: 30, max: 90, default: 60 })],
    expected: ['av-block-2-i'],
  },
  begin: (heart) => ({
    sources: [],
    pacemakers: [
      {
        chamber: 'atria',
        plan: (moment) => {
          const rrMs = cycleOfRate(heart.param('rate')) / 1e3;
          const at = following(moment, us((1e3 * rrMs * WENCKEBACH_PR_MS.length) / WENCKEBACH_ATRIAL));
          const pr = WENCKEBACH_PR_MS[moment.index % WENCKEBACH_ATRIAL];
          const gain = heart.breath(at);
          const atrial = atrialPart({ offset: 0, conducted: pr !== undefined, gain });
          if (pr === undefined) return { at, parts: [atrial] };
          const complex = shapeComplex(ADULT, { qrsMs: 79, qtMs: heart.qt({ rrMs, qtcMs: 370 }), tScale: 1 });
          return { at, parts: [atrial, ventricularPart({ offset: -pPeakBeforeR(complex, pr), class: 'N', complex, gain, pr })] };
        },
      },
    ],
  }),
};

/** Third degree: the atria beat at their own rate, a slow focus in the ventricles at its own. Its beats are wide: class V. */
export const avBlock3: Rhythm = {
  spec: {
    id: 'av-block-3',
    family: 'conduction',
    title: 'AV block III with ventricular escape',
    about: 'P waves and wide slow beats, each regular, neither caring for the other.',
    params: [
      rateParam({ min: 15, max: 60, default: 35 }),
      { id: 'atrial', title: 'Atrial rate', unit: 'bpm', min: 40, max: 150, step: 1, default: 80 },
    ],
    expected: ['brady'],
  },
  begin: (heart) => ({
    sources: [],
    pacemakers: [
      dissociatedAtria(heart, () => heart.param('atrial')),
      {
        chamber: 'ventricles',
        plan: (moment) => {
          const cycle = cycleOfRate(heart.param('rate'));
          const complex = shapeComplex(ESCAPE_FOCUS, { qrsMs: 140, qtMs: heart.qt({ rrMs: cycle / 1e3, qtcMs: 420 }), tScale: 1 });
          return { at: following(moment, cycle), parts: [ventricularPart({ class: 'V', complex })] };
        },
      },
    ],
  }),
};
