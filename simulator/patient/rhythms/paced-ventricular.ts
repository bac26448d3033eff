/** A ventricular pacemaker at a fixed rate (VOO): a spike, then at once a wide beat from the right apex; the atria go on unheard. */
import { dissociatedAtria } from '../atria.ts';
import type { Rhythm } from '../heart.ts';
import { rateParam } from '../params.ts';
import { pacingPart, ventricularPart } from '../parts.ts';
import { cycleOfRate, following } from '../sinus-node.ts';
import { shapeComplex } from '../waves/complex.ts';
import { RIGHT_APEX } from '../waves/paced.ts';

const ATRIA_BPM = 62;
const PULSE_WIDTH_MS = 0.5;
/** From the pulse to the first sign of QRS. */
const LATENCY_MS = 6;

export const pacedVentricular: Rhythm = {
  spec: {
    id: 'paced-ventricular',
    family: 'paced',
    title: 'Ventricular pacing',
    about: 'A spike before every wide beat, negative in II and V1; P waves march through unrelated.',
    params: [
      rateParam({ min: 40, max: 150, default: 75 }),
      { id: 'pulse', title: 'Pacemaker pulse', unit: 'mV', min: 1, max: 10, step: 0.5, default: 4 },
    ],
    expected: [],
  },
  begin: (heart) => ({
    sources: [],
    pacemakers: [
      {
        chamber: 'ventricles',
        plan: (moment) => {
          const cycle = cycleOfRate(heart.param('rate'));
          const complex = shapeComplex(RIGHT_APEX, { qrsMs: 160, qtMs: heart.qt({ rrMs: cycle / 1e3, qtcMs: 440 }), tScale: 1 });
          const pulse = { offset: Math.round(1e3 * (complex.qrsOn - LATENCY_MS)), mv: heart.param('pulse'), widthMs: PULSE_WIDTH_MS };
          return { at: following(moment, cycle), parts: [pacingPart(pulse), ventricularPart({ class: 'paced', complex })] };
        },
      },
      dissociatedAtria(heart, () => ATRIA_BPM),
    ],
  }),
};
