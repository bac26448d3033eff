/** Checks scenario files without running them. */
import type { Command } from 'commander';
import { findScenarios, lintScenario } from '../../scenarios/index.ts';
import { CliError, EXIT } from '../exit.ts';
import { createOutput, type OutputFlags } from '../output.ts';

export const define = (command: Command): Command =>
  command
    .argument('[what...]', 'ids, suite names or files; everything when left out')
    .addHelpText('after', '\nExample:\n  $ heartloop lint scenarios/suites/field/S01.yaml')
    .action((what: string[], options: OutputFlags) => {
      const output = createOutput(options);
      const files = findScenarios(what);
      const findings = files.flatMap((file) => lintScenario(file).map((problem) => ({ file, problem })));
      const text = findings.map(({ problem }) => problem).join('\n') || `${files.length} scenarios, nothing to mend`;
      output.result({ files: files.length, findings }, text);
      if (findings.length > 0) throw new CliError(EXIT.usage, `${findings.length} to mend`);
    });
