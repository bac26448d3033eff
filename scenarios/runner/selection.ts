import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { SUITES_DIR } from '../plan/suites-dir.ts';
import { suggestion } from '../schema/nearest.ts';

const EXTENSION = '.yaml';

interface Known {
  readonly id: string;
  /** Folders from the suites down: `field`. */
  readonly suite: string;
  readonly file: string;
}

function knownScenarios(): Known[] {
  return readdirSync(SUITES_DIR, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => ({
      id: basename(name, EXTENSION),
      suite: relative(SUITES_DIR, join(SUITES_DIR, name, '..')),
      file: join(SUITES_DIR, name),
    }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * Files of scenarios by id (`S01`), suite (`field`) or path of a file; everything when nothing is named. In order of the selection,
 * each once. Throws a RangeError that names what is near when something is not found.
 */
export function findScenarios(selection: readonly string[] = []): readonly string[] {
  const known = knownScenarios();
  if (selection.length === 0) return known.map(({ file }) => file);
  const files = selection.flatMap((word) => {
    const byId = known.filter(({ id, suite }) => id.toLowerCase() === word.toLowerCase() || suite === word);
    if (byId.length > 0) return byId.map(({ file }) => file);
    if (word.endsWith(EXTENSION) || word.includes('/')) {
      const file = resolve(word);
      if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new RangeError(`${word} is a folder: name a scenario file in it`);
      if (existsSync(file)) return [file];
      throw new RangeError(`there is no scenario file ${word}: check the path, or name an id or a suite`);
    }
    const words = [...new Set(known.flatMap(({ id, suite }) => [suite, id]))];
    throw new RangeError(`no scenario or suite is called "${word}": ${suggestion(word, words)}`);
  });
  return [...new Set(files)];
}
