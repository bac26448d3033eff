import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStableSymlink } from './stable-symlink.ts';

describe.skipIf(process.platform === 'win32')('stable symlink', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heartloop-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps its name while its target changes, and leaves nothing behind', () => {
    const link = createStableSymlink(join(folder, 'port'));
    link.point('/dev/null');
    link.point('/dev/zero');
    expect([readlinkSync(link.path), readdirSync(folder)]).toEqual(['/dev/zero', ['port']]);
    link.remove();
    link.remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('finds a free name by itself', () => {
    const [one, two] = [createStableSymlink(), createStableSymlink()];
    expect(one.path).not.toBe(two.path);
    expect([existsSync(one.path), existsSync(two.path)]).toEqual([false, false]);
  });

  it('takes over a dangling name, and leaves alone one that another took meanwhile', () => {
    const path = join(folder, 'port');
    symlinkSync(join(folder, 'gone'), path);
    const link = createStableSymlink(path);
    link.point('/dev/null');
    rmSync(path);
    symlinkSync('/dev/zero', path);
    link.remove();
    expect(readlinkSync(path)).toBe('/dev/zero');
  });

  it('says in one sentence why a name cannot be had', () => {
    const path = join(folder, 'port');
    expect(() => createStableSymlink(join(folder, 'no', 'port'))).toThrow(`the folder ${join(folder, 'no')} does not exist`);
    symlinkSync('/dev/null', path);
    expect(() => createStableSymlink(path)).toThrow(`${path} already leads to /dev/null: stop the simulator that made it`);
    rmSync(path);
    writeFileSync(path, '');
    expect(() => createStableSymlink(path)).toThrow(`cannot make ${path}: there is a file of that name`);
  });
});
