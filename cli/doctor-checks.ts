import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createSystemClock } from '../kernel/index.ts';
import { openPtyLink } from '../simulator/index.ts';
import { assetsDir } from './assets.ts';

export interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do, and what does not work until then. */
  readonly remedy: string;
}

function firstLine(command: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 10_000 })
      .split('\n')[0]!
      .trim();
  } catch {
    return undefined;
  }
}

function program(id: string, versions: readonly (string | undefined)[], remedy: string): Check {
  const found = versions.find((version) => version !== undefined);
  return { id, ok: found !== undefined, detail: found || (found === '' ? 'present' : 'not found'), remedy };
}

function pty(): Check {
  const remedy = 'The pty rung, demo and sim --link pty need Linux or macOS with /dev/ptmx; scenarios run with --on virtual';
  try {
    const link = openPtyLink({ clock: createSystemClock(), baud: 115_200 });
    const { path } = link;
    link.close('doctor has seen enough');
    return { id: 'pty', ok: true, detail: `opened and closed ${path}`, remedy };
  } catch (error) {
    return { id: 'pty', ok: false, detail: (error as Error).message, remedy };
  }
}

const page = (name: 'monitor' | 'console'): Check => {
  const ok = existsSync(`${assetsDir(name)}/index.html`);
  return { id: `${name} page`, ok, detail: ok ? 'built' : 'not built', remedy: 'Run npm run build:web' };
};

/** Runs every check; none of them changes anything. */
export function examine(): readonly Check[] {
  return [
    { id: 'node', ok: true, detail: process.version, remedy: '' },
    pty(),
    page('monitor'),
    page('console'),
    program(
      'chromium',
      ['chromium', 'google-chrome', 'chromium-browser'].map((name) => firstLine(name, '--version')),
      'Run scripts/setup; page tests are skipped until then',
    ),
    program(
      'python3-serial',
      ['/usr/bin/python3', 'python3'].map((name) => firstLine(name, '-c', 'import serial; print(serial.__version__)')),
      'Run scripts/setup; the independent reader is skipped until then',
    ),
  ];
}
