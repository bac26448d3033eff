/** Monomorphic ventricular tachycardia: one focus, wide beats of one shape, tails overlapping, while the atria go on at their own pace. */
import { dissociatedAtria } from '../atria.ts';
import type { Rhythm } from '../heart.ts';
import { rateParam } from '../params.ts';
import { ventricularPart } from '../parts.ts';
import { cycleOfRate, following } from '../sinus-node.ts';
import { shapeComplex } from '../waves/complex.ts';
import { RIGHT_FOCUS } from '../waves/ventricular.ts';

const ATRIA_BPM = 70;
const QTC_MS = 450;
/** A QRS of 160 ms has no room in the fastest tachycardia. */
const QRS = { ms: 160, shareOfCycleMax: 0.6 };

export const vtMonomorphic: Rhythm = {
  spec: {
    id: 'vt-monomorphic',
    family: 'ventricular',
    title: 'Ventricular tachycardia, monomorphic',
    about: 'Fast, regular, wide beats of one shape; P waves march through unrelated.',
    params: [rateParam({ min: 100, max: 300, default: 180 })],
    expected: ['vt'],
  },
  begin: (heart) => ({
    sources: [],
    pacemakers: [
      {
        chamber: 'ventricles',
        plan: (moment) => {
          const cycle = cycleOfRate(heart.param('rate'));
          const rrMs = cycle / 1e3;
          const qrsMs = Math.min(QRS.ms, QRS.shareOfCycleMax * rrMs);
          const complex = shapeComplex(RIGHT_FOCUS, { qrsMs, qtMs: heart.qt({ rrMs, qtcMs: QTC_MS }), tScale: 1 });
          return { at: following(moment, cycle), parts: [ventricularPart({ class: 'V', complex })] };
        },
      },
      dissociatedAtria(heart, () => ATRIA_BPM),
    ],
  }),
};
