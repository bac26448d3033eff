/**
 * Adds to package-lock.json the native parts of other platforms that `npm install` left out, because the registry it asked does not
 * hold them. Without these lines `npm ci` calls the lock out of step; with them it skips what this platform does not need.
 * Run it after every change of a dependency. Versions come from the packages that ask for them; os and cpu from the names.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const LOCK = 'package-lock.json';
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as { packages: Record<string, Entry> };
const { packages } = lock;

/** Where Node would find `name` from the package at `from`. */
function found(from: string, name: string): boolean {
  if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in packages) return true;
  if (from === '') return false;
  const above = from.lastIndexOf('node_modules/');
  return found(from.slice(0, Math.max(0, above - 1)), name);
}

function nativePart(name: string, version: string, dev: boolean): Entry {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor)).slice(0, 1);
  const libc = words.includes('musl') ? ['musl'] : os[0] === 'linux' && words.includes('gnu') ? ['glibc'] : [];
  if (name === 'fsevents') os.push('darwin');
  if (os.length === 0 && cpu.length === 0)
    throw new Error(`${name}@${version}: cannot tell its platform from its name; add it to ${LOCK} by hand`);
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

let added = 0;
for (const [at, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (found(at, name)) continue;
    packages[`node_modules/${name}`] = nativePart(name, version, dev);
    added += 1;
  }
}
const sorted = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
process.stderr.write(`${added} native parts of other platforms added to ${LOCK}\n`);
