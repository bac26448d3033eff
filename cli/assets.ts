import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the built pages are: beside the compiled code when published, under dist/ in a checkout. */
export function assetsDir(page: 'monitor' | 'console'): string {
  const published = fileURLToPath(new URL(`../web/${page}`, import.meta.url));
  return existsSync(published) ? published : fileURLToPath(new URL(`../dist/web/${page}`, import.meta.url));
}
