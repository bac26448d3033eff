import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readNeeded } from '../read-needed.ts';
import type { AnnotationInput, AnnotationSet } from './annotation.ts';
import { decodeAnnotations } from './decode-annotations.ts';
import { encodeAnnotations } from './encode-annotations.ts';

/** Reads `path.annotator`: the reference labels of most databases are `atr`. Throws a RecordError for a missing or damaged file. */
export async function readAnnotations(path: string, annotator: string): Promise<AnnotationSet> {
  const file = `${path}.${annotator}`;
  return decodeAnnotations(
    await readNeeded(file, `annotations are read from the path of the record with the annotator "${annotator}" added`),
    file,
  );
}

/** Writes `path.annotator`, in the order given: comparators want it sorted by sample. */
export async function writeAnnotations(
  path: string,
  annotator: string,
  annotations: Iterable<AnnotationInput>,
  options?: { readonly tickRate?: number },
): Promise<void> {
  if (!/^[A-Za-z]\w*$/.test(annotator)) throw new RangeError(`an annotator name holds letters and digits only, got "${annotator}"`);
  const bytes = encodeAnnotations(annotations, options);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.${annotator}`, bytes);
}
