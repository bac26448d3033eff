import { writeFile } from 'node:fs/promises';
import { readNeeded } from '../read-needed.ts';
import { type CsvTable, csvChunks, parseCsv } from './csv.ts';

/** Writes signals as CSV. Throws a RangeError when they are not equally long. */
export async function writeCsv(file: string, table: CsvTable, options?: { readonly column?: 'time' | 'sample' }): Promise<void> {
  await writeFile(file, csvChunks(table, options));
}

/** Reads signals from CSV. Throws a RecordError with the line and what was expected there. */
export async function readCsv(file: string, options: { readonly sampleRate?: number } = {}): Promise<CsvTable> {
  const bytes = await readNeeded(file, 'it was named as a CSV file of signals');
  return parseCsv(new TextDecoder().decode(bytes), { file, ...options });
}
