/** Makes dist/: JavaScript and declarations of the product without its tests, the files it reads at run time, and both pages. */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PRODUCT = [
  'kernel',
  'look',
  'firmware-protocol',
  'records',
  'simulator',
  'monitor',
  'cloud-stubs',
  'load',
  'scenarios',
  'reports',
  'cli',
];
const READ_AT_RUN_TIME = [
  'look/*.css',
  'reports/**/*.css',
  'scenarios/**/*.yaml',
  'scenarios/schema/*.json',
  'firmware-protocol/golden/*.json',
];

const config = {
  extends: '../tsconfig.json',
  compilerOptions: { noEmit: false, declaration: true, rootDir: '..', outDir: '../dist', noUnusedLocals: true },
  include: PRODUCT.map((folder) => `../${folder}/**/*.ts`),
  exclude: ['../**/*.test.ts', '../cli/e2e', '../**/web', '../**/conformance', '../**/test-*.ts', '../**/testing.ts'],
};

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}out`, { recursive: true });
writeFileSync(`${root}out/tsconfig.build.json`, JSON.stringify(config, null, 2));
process.stderr.write('compiling\n');
execFileSync('tsc', ['--project', 'out/tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
for (const file of globSync(READ_AT_RUN_TIME, { cwd: root })) cpSync(`${root}${file}`, `${root}dist/${file}`);
execFileSync(process.execPath, ['scripts/build-web.ts'], { cwd: root, stdio: 'inherit' });
