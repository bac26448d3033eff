import { whyNot } from './why-not.ts';

/** Exit codes of the command line (docs/cli.md): scripts branch on them. */
export const EXIT = { pass: 0, testFailures: 1, usage: 2, device: 3, timeout: 4, noGo: 5, internal: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with one sentence: what was wrong, where, and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export const usage = (message: string): CliError => new CliError(EXIT.usage, message);
export const deviceFault = (message: string, cause?: unknown): CliError => new CliError(EXIT.device, message, { cause });

/** Errors of the layers below whose sentence is written for the user: a bad value, file or scenario. */
const BAD_INPUT: ReadonlySet<string> = new Set(['RangeError', 'RecordError', 'ScenarioError']);

/** The operating system about a path that came from the command line: `EISDIR: illegal operation on a directory, read 'x'`. */
const isFileFault = (error: unknown): boolean =>
  error instanceof Error && /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '') && 'syscall' in error;

export function codeOf(error: unknown): ExitCode {
  if (error instanceof CliError) return error.code;
  if (isFileFault(error)) return EXIT.usage;
  return error instanceof Error && BAD_INPUT.has(error.name) ? EXIT.usage : EXIT.internal;
}

/** What to print: one sentence for the user, or the stack of a fault of ours. */
export function sentenceOf(error: unknown, code: ExitCode): string {
  if (!(error instanceof Error)) return String(error);
  if (code === EXIT.internal) return error.stack ?? error.message;
  const { path } = error as NodeJS.ErrnoException;
  return isFileFault(error) && path !== undefined ? `${path}: ${whyNot(error)}` : error.message;
}

/** A page that cannot be served (its port is taken, its address is not ours) is an option that does not fit. */
export async function serving<Server>(started: Promise<Server>): Promise<Server> {
  try {
    return await started;
  } catch (error) {
    throw new CliError(EXIT.usage, error instanceof Error ? error.message : String(error), { cause: error });
  }
}
