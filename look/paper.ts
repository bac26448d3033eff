/**
 * ECG paper as numbers: how seconds and millivolts become pixels. Pure; the pixel may be a CSS or a device pixel, as its owner
 * chooses. Conventions: IEC 60601-2-25 and the AHA/ACC/HRS recommendations of 2007 (25 mm/s, 10 mm/mV, 1 mm and 5 mm rules).
 */
export const SPEEDS_MM_PER_S = [12.5, 25, 50] as const;
export const GAINS_MM_PER_MV = [5, 10, 20] as const;

export const MINOR_MM = 1;
export const MAJOR_MM = 5;

/** The calibration pulse: 1 mV for 200 ms, so 10 mm high and 5 mm wide at the usual scale. */
export const CALIBRATION = { millivolts: 1, seconds: 0.2 } as const;

export interface Scale {
  readonly speedMmPerS: number;
  readonly gainMmPerMv: number;
  readonly pxPerMm: number;
}

export const pxPerSecond = (scale: Scale): number => scale.speedMmPerS * scale.pxPerMm;
export const pxPerMillivolt = (scale: Scale): number => scale.gainMmPerMv * scale.pxPerMm;
export const secondsToPx = (seconds: number, scale: Scale): number => seconds * pxPerSecond(scale);
export const pxToSeconds = (px: number, scale: Scale): number => px / pxPerSecond(scale);
export const millivoltsToPx = (millivolts: number, scale: Scale): number => millivolts * pxPerMillivolt(scale);

/** Device pixels per millimetre, a whole number so that every rule of the grid is equally sharp and equally far from the next. */
export function sharpPxPerMm(cssPxPerMm: number, devicePixelRatio: number): number {
  return Math.max(2, Math.round(cssPxPerMm * devicePixelRatio));
}

/** The scale that shows `seconds` on `widthPx`, whatever millimetre comes of it. */
export function fitPxPerMm(fit: { widthPx: number; seconds: number; speedMmPerS: number }): number {
  return fit.widthPx / (fit.seconds * fit.speedMmPerS);
}
