/** Beats that start in the muscle of a ventricle: wide, bizarre, T against QRS. */
import { complexTemplate } from './complex.ts';
import { bell } from './wave.ts';

/** Outflow tract of the right ventricle: looks like left bundle-branch block with the axis to the feet. */
export const RIGHT_FOCUS = complexTemplate({
  qrs: [
    bell({ dipole: [0.3, 0.45, 0.1], ms: [-38, 15, 17] }),
    bell({ dipole: [1.0, 1.38, 1.0], ms: [0, 26, 30] }),
    bell({ dipole: [-0.22, -0.3, 0.12], ms: [56, 17, 17] }),
  ],
  t: [bell({ dipole: [-0.36, -0.5, -0.38], ms: [0, 58, 44] })],
});

/** Free wall of the left ventricle: looks like right bundle-branch block, upright in V1. */
export const LEFT_FOCUS = complexTemplate({
  qrs: [
    bell({ dipole: [-0.1, 0.35, -0.4], ms: [-36, 14, 18] }),
    bell({ dipole: [-0.04, 1.18, -0.99], ms: [0, 27, 29] }),
    bell({ dipole: [-0.3, -0.25, 0.1], ms: [54, 18, 18] }),
  ],
  t: [bell({ dipole: [0.06, -0.42, 0.36], ms: [0, 58, 44] })],
});

/** Low in the septum: the focus of an escape rhythm in complete block. */
export const ESCAPE_FOCUS = complexTemplate({
  qrs: [
    bell({ dipole: [0.5, 0.1, 0.5], ms: [-26, 15, 17] }),
    bell({ dipole: [0.85, 0.55, 1.05], ms: [6, 20, 24] }),
    bell({ dipole: [-0.1, -0.2, 0.25], ms: [44, 16, 18] }),
  ],
  t: [bell({ dipole: [-0.26, -0.16, -0.36], ms: [0, 60, 42] })],
});
