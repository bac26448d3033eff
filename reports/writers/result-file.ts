import { readFileSync, writeFileSync } from 'node:fs';
import { RESULT_VERSION, type SuiteResult } from '../model/result.ts';

/** Writes a result as JSON. */
export const writeResult = (file: string, result: SuiteResult): void => writeFileSync(file, `${JSON.stringify(result)}\n`);

/** Reads a result. Throws a RangeError that says what is wrong with the file and what to do. */
export function readResult(file: string): SuiteResult {
  let value: Partial<SuiteResult>;
  try {
    value = JSON.parse(readFileSync(file, 'utf8')) as Partial<SuiteResult>;
  } catch (error) {
    throw new RangeError(`${file}: cannot be read as a result (${(error as Error).message}). Write one with: heartloop run --out DIR`, {
      cause: error,
    });
  }
  if (typeof value.version !== 'number' || !Array.isArray(value.runs))
    throw new RangeError(`${file}: is no heartloop result. Write one with: heartloop run --out DIR`);
  if (value.version > RESULT_VERSION)
    throw new RangeError(`${file}: is version ${value.version}, this heartloop reads up to ${RESULT_VERSION}. Use a newer heartloop`);
  return value as SuiteResult;
}
