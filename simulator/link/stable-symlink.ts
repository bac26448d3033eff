import { existsSync, lstatSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A name that stays when the device behind it changes. */
export interface StableSymlink {
  readonly path: string;
  /** In one step: whoever opens the path gets the old target or the new one, never nothing. */
  point(target: string): void;
  /** Only if it is still ours. */
  remove(): void;
}

const live = new Set<StableSymlink>();
let made = 0;

/** One listener for all of them: a process that ends leaves no dangling names behind. */
function removeAtExit(link: StableSymlink): void {
  if (live.size === 0) process.on('exit', removeAll);
  live.add(link);
}

function removeAll(): void {
  for (const link of live) link.remove();
}

const defaultPath = (): string => join(tmpdir(), `heartloop-${process.pid}-${made++}`);

/** Takes over a dangling link, never one that leads somewhere and never a file. */
function mustBeFree(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) {
    if (!existsSync(dirname(path))) throw new Error(`cannot make ${path}: the folder ${dirname(path)} does not exist`);
    return;
  }
  if (!found.isSymbolicLink()) throw new Error(`cannot make ${path}: there is a file of that name. Choose another path for the port`);
  if (existsSync(path))
    throw new Error(`${path} already leads to ${readlinkSync(path)}: stop the simulator that made it, remove it, or choose another path`);
}

/** Default path: a free name under the folder for temporary files. Throws one sentence when the name is taken. */
export function createStableSymlink(path = defaultPath()): StableSymlink {
  mustBeFree(path);
  let current: string | undefined;
  const link: StableSymlink = {
    path,
    point(target) {
      const next = `${path}.${process.pid}.new`;
      rmSync(next, { force: true });
      symlinkSync(target, next);
      renameSync(next, path);
      current = target;
      removeAtExit(link);
    },
    remove() {
      live.delete(link);
      if (live.size === 0) process.off('exit', removeAll);
      const found = lstatSync(path, { throwIfNoEntry: false });
      if (found?.isSymbolicLink() && readlinkSync(path) === current) rmSync(path);
    },
  };
  return link;
}
