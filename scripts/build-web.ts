/** Builds both pages into dist/web. `--if-missing` does nothing when they are there and newer than their sources. */
import { existsSync, globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGES = [
  { name: 'monitor', source: `${root}monitor/web` },
  { name: 'console', source: `${root}simulator/control/web` },
];
const SOURCES = [
  'monitor/web/**/*',
  'simulator/control/**/*',
  'look/**/*',
  'firmware-protocol/*.ts',
  'package-lock.json',
  'vite.config.ts',
];

function isFresh(page: string): boolean {
  const built = `${root}dist/web/${page}/index.html`;
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return globSync(SOURCES, { cwd: root }).every((file) => statSync(root + file).mtimeMs <= builtAt);
}

for (const { name, source } of PAGES) {
  if (process.argv.includes('--if-missing') && isFresh(name)) continue;
  process.stderr.write(`building the ${name} page\n`);
  await build({ root: source, configFile: `${root}vite.config.ts`, logLevel: 'warn', build: { outDir: `${root}dist/web/${name}` } });
}
