import { Command, CommanderError } from 'commander';
import { CATALOGUE } from './catalogue.ts';
import { codeOf, EXIT, sentenceOf } from './exit.ts';
import { LATER_COMMANDS } from './later.ts';

if (process.argv[2] === 'help') process.argv.splice(2, 2, ...process.argv.slice(3, 4), '--help');
const asked = process.argv[2];

// Whoever reads our output may stop reading, as `head` does: the work goes on or ends by itself, without a word about it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Ends the process: whatever a failed command left open must not keep it alive. */
function fail(error: unknown): never {
  const code = codeOf(error);
  process.stderr.write(`heartloop: ${sentenceOf(error, code)}\n`);
  process.exit(code);
}
process.on('uncaughtException', fail);

const program = new Command('heartloop')
  .description('Hardware-in-the-loop test harness and simulator suite for ECG monitors')
  .version('0.1.0')
  .helpCommand(false)
  .showSuggestionAfterError()
  .showHelpAfterError('Use --help to see the options and an example.')
  .addHelpText(
    'after',
    '\nExample:\n  $ heartloop demo --rhythm af-coarse\n\nExit codes: 0 pass, 1 test failures, 2 usage, 3 device or transport, 4 timeout, 5 NO-GO, 70 internal',
  );

for (const [name, { summary, load }] of Object.entries(CATALOGUE)) {
  const command = program.command(name).description(summary).exitOverride();
  if (name !== asked) continue;
  const { define } = await load();
  define(command)
    .option('--json', 'one JSON document on stdout at the end')
    .option('--quiet', 'no progress')
    .option('--no-color', 'plain text')
    .showHelpAfterError('Use --help to see the options and an example.');
}

if (asked !== undefined && LATER_COMMANDS.has(asked)) {
  process.stderr.write(`heartloop: ${asked} is not part of this version. Commands: ${Object.keys(CATALOGUE).join(', ')}\n`);
  process.exit(EXIT.usage);
}

try {
  await program.exitOverride().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.pass : EXIT.usage;
  } else {
    fail(error);
  }
}
