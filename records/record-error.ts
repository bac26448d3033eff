/** A file that is missing, damaged or of a kind we do not read. The message says which file, what is wrong and what to do. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}
