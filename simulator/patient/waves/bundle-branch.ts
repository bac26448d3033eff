/** Bundle-branch blocks: conducted, wide, with the T wave pointing away from the last part of QRS. */
import { ADULT_QRS } from './adult.ts';
import { complexTemplate } from './complex.ts';
import { bell } from './wave.ts';

/** The right ventricle comes last: R' in V1, a broad shallow S in I and V6. The residual takes the deep S of V1 away, as block does. */
export const RIGHT_BUNDLE_BLOCK = complexTemplate({
  qrs: [
    ...ADULT_QRS,
    bell({ dipole: [0, 0, 0], residual: [0, 0, 0.72, 0.35, 0.1, 0, 0, 0], ms: [2, 11, 12] }),
    bell({ dipole: [-0.39, -0.09, -0.35], residual: [0, 0, 0.38, 0.22, 0, 0, 0, 0], ms: [55, 18, 23] }),
  ],
  t: [bell({ dipole: [0.3, 0.17, -0.05], residual: [0, 0, -0.18, -0.2, -0.08, 0, 0, 0], ms: [0, 62, 38] })],
});

/** The left ventricle is reached through muscle: broad notched R in I, V5, V6, broad deep smooth S in V1..V3, no Q, T discordant. */
export const LEFT_BUNDLE_BLOCK = complexTemplate({
  qrs: [
    bell({ dipole: [0.78, 0.58, 0.95], residual: [0, 0, 0.1, 0, -0.1, -0.1, 0, 0], ms: [-19, 15, 17] }),
    bell({ dipole: [0, 0, 0], residual: [0, 0, -0.42, -0.5, -0.35, -0.1, 0, 0], ms: [1, 13, 13] }),
    bell({ dipole: [0.82, 0.44, 1.1], residual: [0, 0, 0.1, 0, -0.1, -0.3, 0, 0.05], ms: [23, 16, 19] }),
  ],
  t: [bell({ dipole: [-0.3, -0.14, -0.34], residual: [0, 0, 0, 0, 0, 0.1, 0.04, 0], ms: [0, 58, 36] })],
});
