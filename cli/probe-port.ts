import { accessSync, constants, statSync } from 'node:fs';

/** Why a port cannot be opened, in one sentence with the remedy; undefined when nothing speaks against it. */
export function probePort(path: string): string | undefined {
  try {
    const node = statSync(path);
    if (!node.isCharacterDevice()) return `${path} is not a serial port. See what is there with: heartloop ports`;
    accessSync(path, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return `${path}: no such port. See what is there with: heartloop ports`;
    if (code === 'EACCES') return `${path}: not allowed to open it. Add yourself to its group (often dialout) and sign in again`;
    return `${path}: ${(error as Error).message}`;
  }
}
