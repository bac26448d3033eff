/** Runs the command line as a user does: its own process, its output, its exit code. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const heartloop = fileURLToPath(new URL('../heartloop.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  /** The ready line. Rejects with what the command said when it ends first. */
  readonly ready: Promise<Record<string, unknown>>;
  readonly ended: Promise<Ended>;
  stop(signal?: NodeJS.Signals): void;
}

export function start(...args: readonly string[]): Running {
  const child = spawn(process.execPath, [heartloop, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const output = createInterface({ input: child.stdout });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout: lines.join('\n'), stderr }));
  });
  const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line);
      if (lines.length === 1 && line.startsWith('{')) resolve(JSON.parse(line) as Record<string, unknown>);
    });
    void ended.then(({ code }) => reject(new Error(`heartloop ${args.join(' ')} ended with ${code} before it was ready: ${stderr}`)));
  });
  ready.catch(() => undefined); // a command without a ready line is waited for by `ended`
  return { pid: child.pid!, ready, ended, stop: (signal = 'SIGTERM') => void child.kill(signal) };
}

export const run = (...args: readonly string[]): Promise<Ended> => start(...args).ended;

/** The last line of the output as JSON: the document that `--json` ends with. */
export const lastJson = ({ stdout }: Ended): Record<string, unknown> => JSON.parse(stdout.split('\n').at(-1)!) as Record<string, unknown>;
