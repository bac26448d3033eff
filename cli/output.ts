/** stdout is data, stderr is progress and prose. */
export interface OutputFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export interface Output {
  /** One JSON line at once, for scripts that wait: the ready line. */
  readonly line: (value: unknown) => void;
  /** The result: one JSON document with `--json`, else the text for people. */
  readonly result: (value: unknown, text: string) => void;
  /** A sentence for people. */
  readonly say: (text: string) => void;
  /** A line that replaces itself on a terminal; elsewhere it is written at most every ten seconds. */
  readonly progress: (text: string) => void;
}

const QUIET_STEP_MS = 10_000;

export function createOutput({ json = false, quiet = false }: OutputFlags): Output {
  const live = process.stderr.isTTY && !process.env['CI'];
  let open = false;
  let lastAt = -QUIET_STEP_MS;

  const endProgress = (): void => {
    if (open) process.stderr.write('\n');
    open = false;
  };
  return {
    line: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    result(value, text) {
      endProgress();
      process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
    },
    say(text) {
      endProgress();
      if (!quiet) process.stderr.write(`${text}\n`);
    },
    progress(text) {
      if (quiet) return;
      if (live) {
        process.stderr.write(`\r\x1b[2K${text}`);
        open = true;
        return;
      }
      if (performance.now() - lastAt < QUIET_STEP_MS) return;
      lastAt = performance.now();
      process.stderr.write(`${text}\n`);
    },
  };
}

/** Rows as columns, the first line as their heads. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
