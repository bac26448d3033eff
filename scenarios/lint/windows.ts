import { type Micros, us } from '../../kernel/index.ts';
import { inSeconds } from '../expect/latency.ts';
import { timelineOf } from '../plan/timeline.ts';
import { windowOf } from '../plan/window.ts';
import type { Finding } from '../schema/complaint.ts';
import { actionOf } from '../schema/step.ts';
import type { Rule } from './rule.ts';

/** What is outside the run is never seen: steps and windows lie between power-on and the end. */
export const windows: Rule = ({ scenario, instants }) => {
  const { steps, expect, end } = scenario;
  const findings: Finding[] = [];
  const { steps: times } = timelineOf(scenario);
  for (const [index, spec] of steps.entries()) {
    const at = times[index];
    if (at === undefined) continue;
    const path = ['steps', index];
    if (at < 0 || at >= end)
      findings.push({ path, text: `this step is at ${inSeconds(at)}, the scenario ends at ${inSeconds(end)}: move one of them` });
    const action = actionOf(spec);
    const lasting = 'for' in action.with ? (action.with.for as Micros | undefined) : undefined;
    if (lasting !== undefined && at < end && at + lasting > end) {
      findings.push({
        path: [...path, action.do, 'for'],
        text: `this lasts until ${inSeconds(us(at + lasting))}, the scenario ends at ${inSeconds(end)}: shorten it or leave "for" out`,
      });
    }
  }
  for (const [index, spec] of expect.entries()) {
    const window = windowOf(spec, { instants, end });
    if (!window) continue;
    const [from, to] = window;
    const key = spec.during ? 'during' : 'within';
    const path = ['expect', index, key];
    if (from < 0) findings.push({ path, text: `this window begins at ${inSeconds(from)}, before power-on: move it` });
    else if (to > end)
      findings.push({
        path,
        text: `this window ends at ${inSeconds(to)}, the scenario at ${inSeconds(end)}: set end: ${inSeconds(to)} or more`,
      });
    else if (to <= from)
      findings.push({ path, text: `this window ends at ${inSeconds(to)}, before it begins at ${inSeconds(from)}: turn it round` });
  }
  return findings;
};
