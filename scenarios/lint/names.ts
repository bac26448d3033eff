import type { Finding, Path } from '../schema/complaint.ts';
import { type Instant, resolveInstant } from '../schema/instant.ts';
import { suggestion } from '../schema/nearest.ts';
import type { Rule } from './rule.ts';

/** Every name of an instant is given once with `as`, and every step says when it happens in one way. */
export const names: Rule = ({ scenario: { steps, expect }, instants }) => {
  const findings: Finding[] = [];
  const given = new Map<string, number>();

  const check = (spec: Instant | undefined, path: Path): void => {
    if (spec?.name === undefined || resolveInstant(spec, instants) !== undefined) return;
    const isGiven = given.has(spec.name);
    const remedy = isGiven ? 'its own step hangs on a circle of names' : suggestion(spec.name, [...given.keys(), 'end']);
    findings.push({ path, text: `"${spec.name}" is no instant of this scenario: ${remedy}` });
  };

  for (const [index, { as }] of steps.entries()) {
    if (as === undefined) continue;
    if (as === 'end') findings.push({ path: ['steps', index, 'as'], text: '"end" is the end of the scenario: choose another name' });
    else if (given.has(as))
      findings.push({ path: ['steps', index, 'as'], text: `"${as}" is already the name of step ${given.get(as)! + 1}: choose another` });
    else given.set(as, index);
  }
  for (const [index, { at, after, in: wait }] of steps.entries()) {
    const path = ['steps', index];
    if (at !== undefined && (after !== undefined || wait !== undefined)) {
      findings.push({ path: [...path, 'at'], onKey: true, text: 'a step has "at", or "after" with "in", not both: keep one' });
    } else if (at === undefined && after === undefined) {
      findings.push({ path, text: 'this step has no time: add at: 5 s, or after: NAME and in: 5 s' });
    }
    check(after, [...path, 'after']);
  }
  for (const [index, spec] of expect.entries()) {
    check(spec.after, ['expect', index, 'after']);
    check(spec.during?.[0], ['expect', index, 'during', 0]);
    check(spec.during?.[1], ['expect', index, 'during', 1]);
  }
  return findings;
};
