/** A scenario as a time line before it runs, or a result as a table after it ran. */
import type { Command } from 'commander';
import { formatSeconds } from '../../kernel/index.ts';
import { readResult } from '../../reports/index.ts';
import { findScenarios, loadScenario, type ScenarioPlan } from '../../scenarios/index.ts';
import { createOutput, type OutputFlags } from '../output.ts';
import { runLine } from '../result-text.ts';

function timeLine(plan: ScenarioPlan): string {
  const steps = plan.steps.map(({ at, label }) => `  ${formatSeconds(at).padStart(10)}  ${label}`);
  const expectations = plan.expect.map(({ text }) => `              ${text}`);
  return [
    `${plan.id}  ${plan.title}  (seed ${plan.seed}, on ${plan.runOn.join(', ')})`,
    ...steps,
    '  expects',
    ...expectations,
    `  ${formatSeconds(plan.end).padStart(10)}  end`,
  ].join('\n');
}

export const define = (command: Command): Command =>
  command
    .argument('<what>', 'scenario id or file, or a result.json')
    .addHelpText('after', '\nExample:\n  $ heartloop show S01\n  $ heartloop show out/field/result.json')
    .action((what: string, options: OutputFlags) => {
      const output = createOutput(options);
      if (what.endsWith('.json')) {
        const result = readResult(what);
        output.result(result, result.runs.map(runLine).join('\n'));
        return;
      }
      const plans = findScenarios([what]).map((file) => loadScenario(file));
      output.result(plans, plans.map(timeLine).join('\n\n'));
    });
