/** Files and folders that a command writes. Each is opened before the work begins: a bad path must not cost a run. */
import { closeSync, createWriteStream, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { usage } from './exit.ts';
import { whyNot } from './why-not.ts';

export interface OutputFile {
  readonly write: (data: string | Uint8Array) => void;
  /** Resolves when all is on disk; rejects with what went wrong on the way, a full disk for one. */
  readonly end: () => Promise<void>;
}

/** Opens `path` for writing, emptying it. Throws a usage error that names `option` when it cannot. */
export function openOutputFile(option: string, path: string): OutputFile {
  let fd: number;
  try {
    fd = openSync(path, 'w');
  } catch (error) {
    throw usage(`${option} ${path}: ${whyNot(error)}`);
  }
  const stream = createWriteStream(path, { fd });
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = usage(`${option} ${path}: ${whyNot(error)}`);
  });
  return {
    write(data) {
      if (!failure) stream.write(data);
    },
    async end() {
      await new Promise<void>((done) => (stream.destroyed ? done() : stream.once('close', done).end()));
      if (failure) throw failure;
    },
  };
}

/**
 * Makes a folder and those above it, one by one: the recursive call of Node 24 never returns where a file system refuses, as /proc does.
 * Throws a usage error that names `option`.
 */
export function makeFolder(option: string, path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.push(at);
  try {
    for (const folder of missing.toReversed()) mkdirSync(folder);
    if (!statSync(path).isDirectory()) throw Object.assign(new Error('a file'), { code: 'ENOTDIR' });
    closeSync(openSync(path, 'r'));
  } catch (error) {
    throw usage(`${option} ${path}: ${whyNot(error)}`);
  }
}
