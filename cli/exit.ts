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

/** A RangeError from below is bad input: the sentence is already written, the code is usage. */
export function codeOf(error: unknown): ExitCode {
  if (error instanceof CliError) return error.code;
  return error instanceof RangeError ? EXIT.usage : EXIT.internal;
}
