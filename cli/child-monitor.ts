/** The monitor as a process of its own: the harness only sees what it prints and serves. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { deviceFault } from './exit.ts';

export interface MonitorSummary {
  readonly framesDecoded: number;
  readonly framesLost: number;
  readonly gaps: number;
  readonly checksumErrors: number;
}

export interface ChildMonitor {
  readonly url: string;
  readonly pid: number;
  /** Counts so far, from its status page. */
  status(): Promise<MonitorSummary>;
  /** Ends it with SIGTERM and reads its last line. */
  stop(): Promise<MonitorSummary>;
}

interface ReadyLine {
  readonly ready: true;
  readonly url: string;
}

const heartloop = fileURLToPath(new URL('./heartloop.mjs', import.meta.url));

export async function startChildMonitor(args: readonly string[]): Promise<ChildMonitor> {
  // A group of its own: Ctrl-C reaches us alone, and we end it after the last frame. Its standard input ends with us, however we end.
  const child = spawn(process.execPath, [heartloop, 'monitor', ...args, '--with-parent', '--json', '--quiet'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const problems: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    problems.push(text);
    if (problems.length > 20) problems.shift();
  });
  const lines: string[] = [];
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = await new Promise<ReadyLine>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (lines.length === 1) resolve(JSON.parse(line) as ReadyLine);
    });
    void exited.then((code) => reject(deviceFault(problems.join('').trim() || `the monitor ended with code ${code} before it was ready`)));
  });

  return {
    url: ready.url,
    pid: child.pid!,
    status: async () => (await (await fetch(new URL('/api/status', ready.url))).json()) as MonitorSummary,
    async stop() {
      child.kill('SIGTERM');
      const code = await exited;
      const last = lines.at(-1);
      if (code !== 0 || last === undefined || lines.length < 2) {
        throw deviceFault(`the monitor ended with code ${code}: ${problems.join('').trim() || 'it said nothing'}`);
      }
      return JSON.parse(last) as MonitorSummary;
    },
  };
}
