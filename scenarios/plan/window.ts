import { type Micros, us } from '../../kernel/index.ts';
import type { Timing, Window } from '../expect/kind.ts';
import { resolveInstant } from '../schema/instant.ts';

/** The window of an expectation: `after` + `within`, `during`, or the whole run. Undefined when a name cannot be resolved. */
export function windowOf(
  { after, within, during }: Timing,
  { instants, end }: { instants: ReadonlyMap<string, Micros>; end: Micros },
): Window | undefined {
  if (during) {
    const from = resolveInstant(during[0], instants);
    const to = resolveInstant(during[1], instants);
    return from === undefined || to === undefined ? undefined : [from, to];
  }
  if (!after) return [us(0), end];
  const from = resolveInstant(after, instants);
  return from === undefined ? undefined : [from, us(from + (within ?? 0))];
}
