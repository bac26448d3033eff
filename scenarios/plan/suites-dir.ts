import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the scenarios of this package are; its folders are the suites. */
export const SUITES_DIR = fileURLToPath(new URL('../suites/', import.meta.url));

export const isInSuites = (file: string): boolean => resolve(file).startsWith(SUITES_DIR);
