/**
 * A healthy adult: axis 59 degrees, R(II) 1.15 mV, transition between V3 and V4. Dipoles and times fitted on Dower's lead field so that
 * PR 163, QRS 79 and QT 370 ms at 60/min; see complex.ts for how other values are reached. The residual in V2 joins R and
 * S of the dipole into one deep S, as that lead has it.
 */
import { complexTemplate } from './complex.ts';
import { bell, centreOnPeak } from './wave.ts';

export const ADULT_P = centreOnPeak([
  bell({ dipole: [0.02, 0.04, -0.04], ms: [-172, 16, 16] }),
  bell({ dipole: [0.04, 0.07, 0.01], ms: [-148, 18, 20] }),
]);

export const ADULT_QRS = [
  bell({ dipole: [-0.06, -0.04, -0.19], ms: [-22, 8, 8] }),
  bell({ dipole: [1.17, 0.92, 0.76], residual: [0, 0, 0, -0.4, 0, 0, 0, 0], ms: [0, 11, 11] }),
  bell({ dipole: [-0.14, -0.05, 0.55], residual: [0, 0, 0, 0.35, 0, 0, 0, 0], ms: [24, 10, 10] }),
];

const ADULT_T = [bell({ dipole: [0.3, 0.17, -0.21], ms: [250, 62, 38] })];

export const ADULT = complexTemplate({ qrs: ADULT_QRS, t: ADULT_T });
