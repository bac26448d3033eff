import { readFile } from 'node:fs/promises';
import { RecordError } from './record-error.ts';

/** The bytes of a file, or a RecordError that says what the file was needed for. */
export async function readNeeded(file: string, needed: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? String(cause)})`;
    throw new RecordError(`${file} ${why}: ${needed}`, { cause });
  }
}
