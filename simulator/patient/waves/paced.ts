/** A pacemaker lead in the apex of the right ventricle. */
import { complexTemplate } from './complex.ts';
import { bell } from './wave.ts';

/** Away from the apex, so negative in II, III, aVF and, what no dipole of Dower's gives, in V4..V6 as well. */
export const RIGHT_APEX = complexTemplate({
  qrs: [
    bell({ dipole: [0.2, -0.35, 0.45], residual: [0, 0, 0, 0, 0, -0.25, -0.25, -0.2], ms: [-32, 15, 18] }),
    bell({ dipole: [0.4, -1.0, 1.05], residual: [0.05, 0, 0.25, 0.2, 0, -0.65, -0.85, -0.75], ms: [4, 25, 30] }),
  ],
  t: [bell({ dipole: [-0.14, 0.42, -0.42], residual: [0, 0, -0.1, -0.1, 0, 0.2, 0.25, 0.2], ms: [0, 62, 42] })],
});

/**
 * The pulse as a front end of about 100 Hz passes it: the electrodes see some mV for half a millisecond, which no 500 Hz stream can
 * carry; what is left is its area, spread over a bell of 1 ms sigma.
 */
export const PACING_SPIKE = [bell({ dipole: [-0.25, -0.8, 0.45], ms: [0, 1, 1] })];
