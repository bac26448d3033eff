/** One turn of typical flutter: a saw tooth, slowly down and quickly up in II, III and aVF, a small upright wave in V1. */
import { bell, centreOnPeak } from './wave.ts';

/** Widths of the natural cycle; neighbours overlap, which leaves no flat baseline between them. */
export const FLUTTER_CYCLE_MS = 200;

export const FLUTTER_WAVE = centreOnPeak([
  bell({ dipole: [-0.01, -0.22, -0.16], ms: [0, 58, 22] }),
  bell({ dipole: [0.02, 0.1, 0.02], ms: [62, 20, 34] }),
]);
