/** Units of time. A number that carries a unit says so in its type; conversions are spelled, never implied. */
export type Micros = number & { readonly __unit: 'us' };

/** Microseconds from microseconds, rounded to a whole one. */
export const us = (value: number): Micros => Math.round(value) as Micros;
/** Microseconds from milliseconds. */
export const ms = (value: number): Micros => us(value * 1e3);
/** Microseconds from seconds. */
export const seconds = (value: number): Micros => us(value * 1e6);
/** Seconds from microseconds. */
export const toSeconds = (span: Micros): number => span / 1e6;
/** Milliseconds from microseconds. */
export const toMs = (span: Micros): number => span / 1e3;

const UNIT_US: Readonly<Record<string, number>> = { us: 1, ms: 1e3, s: 1e6, min: 60e6, h: 3600e6 };
const DURATION = /^(\d+(?:\.\d+)?)\s*(us|ms|s|min|h)$/;

/** Reads `10s`, `250 ms`, `5min`, `1.5 h`. Throws a RangeError that shows what is accepted. */
export function parseDuration(text: string): Micros {
  const match = DURATION.exec(text.trim());
  if (!match) throw new RangeError(`not a duration: "${text}". Write a number and a unit, as in 250ms, 10s or 5min`);
  return us(Number(match[1]) * UNIT_US[match[2]!]!);
}

/** Writes a span in seconds, as scenario files and rerun lines spell it: `15.25s`. */
export function formatSeconds(span: Micros): string {
  return `${Number(toSeconds(span).toFixed(6))}s`;
}
