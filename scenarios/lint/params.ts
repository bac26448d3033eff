import { RHYTHMS } from '../../simulator/patient/index.ts';
import { timelineOf } from '../plan/timeline.ts';
import type { Finding } from '../schema/complaint.ts';
import { suggestion } from '../schema/nearest.ts';
import type { Rule } from './rule.ts';

const SPECS = new Map(RHYTHMS.map((spec) => [spec.id, spec]));

/** Numbers of a rhythm are inside its range, `set` names parameters of the rhythm that runs, and the heart beats from the start. */
export const params: Rule = ({ scenario }) => {
  const findings: Finding[] = [];
  const { steps } = scenario;
  const times = timelineOf(scenario).steps;
  const order = steps.map((_, index) => index).toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  let running: string | undefined;

  for (const index of order) {
    const { rhythm, set } = steps[index]!;
    if (rhythm) running = rhythm.kind;
    const { kind: _, ...given } = rhythm ?? {};
    const head = rhythm ? 'rhythm' : 'set';
    for (const [id, value] of Object.entries(rhythm ? given : (set ?? {}))) {
      const spec = SPECS.get(running ?? '')?.params.find((param) => param.id === id);
      const path = ['steps', index, head, id];
      if (!spec) {
        const known = SPECS.get(running ?? '')?.params.map((param) => param.id) ?? [];
        findings.push({ path, onKey: true, text: `${running ?? 'no rhythm yet'} has no parameter "${id}": ${suggestion(id, known)}` });
      } else if (typeof value === 'number' && (value < spec.min || value > spec.max)) {
        findings.push({ path, text: `${id} is ${value} ${spec.unit}: ${running} takes ${spec.min} to ${spec.max} ${spec.unit}` });
      }
    }
  }
  if (!steps.some((step, index) => step.rhythm && times[index] === 0)) {
    findings.push({ path: ['steps'], text: 'no rhythm at the start: add { at: 0 s, rhythm: { kind: sinus, rate: 75 bpm } }' });
  }
  return findings;
};
