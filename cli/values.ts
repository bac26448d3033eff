/** Readers for option values. Each throws one sentence that names the option and what it accepts. */
import { InvalidArgumentError } from 'commander';
import { type Micros, parseDuration } from '../kernel/index.ts';

function reading<Value>(read: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return read(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  };
}

/** `10s`, `250ms`, `5min`. */
export const duration: (text: string) => Micros = reading(parseDuration);

export const wholeNumber = (min: number, max: number): ((text: string) => number) =>
  reading((text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new RangeError(`write a whole number from ${min} to ${max}, not "${text}"`);
    return value;
  });

export const portNumber = wholeNumber(0, 65_535);
export const seed = wholeNumber(0, 2 ** 31 - 1);

/** Collects repeated `key=number` options into one record. */
export const keyValue = (text: string, collected: Record<string, number> = {}): Record<string, number> =>
  reading((pair) => {
    const match = /^([a-z][a-z0-9-]*)=(-?\d+(?:\.\d+)?)$/i.exec(pair);
    if (!match) throw new RangeError(`write key=number, as in rate=75, not "${pair}"`);
    return { ...collected, [match[1]!]: Number(match[2]) };
  })(text);

/** Collects repeated words. */
export const collect = (text: string, collected: readonly string[] = []): readonly string[] => [...collected, text];
