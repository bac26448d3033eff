/**
 * One visual language for every page: paper geometry, a live sweep, still strips, shapes and themes. Nothing here knows a framework
 * or a source of signals. The stylesheet is `look.css` (fonts, tokens, base).
 */
export { LAYOUT_4X3, LAYOUT_6X2, LAYOUT_12X1, LAYOUTS, type Layout, type LayoutBand, stackedLayout } from './layouts.ts';
export { type Palette, readPalette } from './palette.ts';
export {
  CALIBRATION,
  fitPxPerMm,
  GAINS_MM_PER_MV,
  millivoltsToPx,
  pxPerMillivolt,
  pxPerSecond,
  pxToSeconds,
  type Scale,
  SPEEDS_MM_PER_S,
  secondsToPx,
  sharpPxPerMm,
} from './paper.ts';
export { SHAPES, type Shape, type ShapeName } from './shapes.ts';
export { type SparklineBox, sparklinePath } from './sparkline.ts';
export { drawStrip, type StripBeat, type StripLead, type StripMoment, type StripOptions } from './strip.ts';
export { createSweep, type Sweep, type SweepView } from './sweep.ts';
export type { Mark } from './sweep-scene.ts';
export { chooseTheme, currentTheme, onThemeChange, restoreTheme, type Theme } from './theme.ts';
export { LEAD_OFF, MISSING } from './trace-ring.ts';
