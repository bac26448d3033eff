/** Files of signals and labels: WFDB records and annotations, CSV. */
export { type CsvSignal, type CsvTable, csvChunks, parseCsv } from './csv/csv.ts';
export { readCsv, writeCsv } from './csv/csv-files.ts';
export { RecordError } from './record-error.ts';
export type { Annotation, AnnotationInput, AnnotationSet } from './wfdb/annotation.ts';
export { ANNOTATION_SYMBOLS, isBeat } from './wfdb/annotation-codes.ts';
export { readAnnotations, writeAnnotations } from './wfdb/annotation-files.ts';
export { type ReadOptions, readRecord } from './wfdb/read-record.ts';
export { fromPhysical, type RecordSignal, toPhysical, type WfdbRecord } from './wfdb/record.ts';
export { type WriteOptions, writeRecord } from './wfdb/write-record.ts';
