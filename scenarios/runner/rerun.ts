import { type Micros, ms, toSeconds } from '../../kernel/index.ts';
import type { ScenarioPlan } from '../plan/plan.ts';
import { isInSuites } from '../plan/suites-dir.ts';

const STEP = ms(100);

/** As a shell takes it: the line is there to be copied. */
const quoted = (word: string): string => (/^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command that shows the same again. Scenarios of the suites go by id, others by file. `until`: the instant of a verdict. */
export function rerunLine(
  plan: Pick<ScenarioPlan, 'id' | 'file' | 'end'>,
  { seed, on, until }: { seed: number; on: string; until?: Micros },
): string {
  const target = isInSuites(plan.file) ? plan.id : plan.file;
  const stop = until === undefined ? plan.end : Math.min(plan.end, (Math.floor(until / STEP) + 1) * STEP);
  const untilText = stop < plan.end ? ` --until ${Number(toSeconds(stop as Micros).toFixed(3))}s` : '';
  return `heartloop run ${quoted(target)} --seed ${seed} --on ${on}${untilText}`;
}
