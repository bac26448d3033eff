/** What a stranger installs: the packed files alone, in an empty folder, without our sources. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'heartloop-published-'));
const home = join(dir, 'node_modules/heartloop');
afterAll(() => rmSync(dir, { recursive: true }));

/** Unpacks what `npm pack` would publish; dependencies come from this checkout. */
function install(): void {
  const packed = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })) as
    | [{ files: { path: string }[] }]
    | Record<string, { files: { path: string }[] }>;
  for (const { path } of Object.values(packed)[0]!.files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    cpSync(join(root, path), join(home, path));
  }
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
}

const heartloop = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(home, 'cli/heartloop.mjs'), ...args], {
    cwd: dir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

it.skipIf(!existsSync(join(root, 'dist/cli/main.js')))(
  'the package runs scenarios and writes the report without its sources (needs npm run build)',
  () => {
    install();
    expect(existsSync(join(home, 'cli/main.ts'))).toBe(false);
    const { passed, failed } = JSON.parse(heartloop('run', 'S07', '--out', join(dir, 'out'), '--json', '--quiet')) as {
      passed: number;
      failed: number;
    };
    expect({ passed, failed }).toEqual({ passed: 1, failed: 0 });
    expect(readFileSync(join(dir, 'out/report.html'), 'utf8')).toContain('S07');
    expect(heartloop('doctor')).toMatch(/ok +monitor page/);
  },
);
