/**
 * Signals as text: a header row with units, a row per sample. `time (s),I (mV),II (mV)` or `sample,I (mV),II (mV)`.
 * An empty cell is "no sample" (NaN).
 */
import { RecordError } from '../record-error.ts';

export interface CsvSignal {
  readonly name: string;
  readonly units: string;
  /** Physical values, all signals equally many. */
  readonly values: Float32Array;
}

export interface CsvTable {
  /** Samples per second. */
  readonly sampleRate: number;
  readonly signals: readonly CsvSignal[];
}

const ROWS_PER_CHUNK = 4096;
const HEADER_CELL = /^(.*?)(?:\s*\(([^()]*)\))?$/;

/** A name is quoted when it would break the row (RFC 4180). */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Float32 values to at most 7 digits: enough to read the same value back, without the tail of the binary fraction. */
function valueCell(value: number): string {
  if (Number.isNaN(value)) return '';
  const short = Number(value.toPrecision(7));
  return String(Math.fround(short) === value ? short : value);
}

/** The text in chunks of some thousand rows, so that a long record need not fit in one string. */
export function* csvChunks(
  { sampleRate, signals }: CsvTable,
  { column = 'time' }: { readonly column?: 'time' | 'sample' } = {},
): Generator<string> {
  const rows = signals[0]?.values.length ?? 0;
  for (const { name, values } of signals) {
    if (values.length !== rows)
      throw new RangeError(`CSV columns must be equally long: "${name}" has ${values.length} values, the first has ${rows}`);
  }
  yield `${[column === 'time' ? 'time (s)' : 'sample', ...signals.map(({ name, units }) => cell(`${name} (${units})`))].join(',')}\n`;
  for (let start = 0; start < rows; start += ROWS_PER_CHUNK) {
    let chunk = '';
    for (let row = start; row < Math.min(rows, start + ROWS_PER_CHUNK); row += 1) {
      chunk += column === 'time' ? Number((row / sampleRate).toFixed(6)) : row;
      for (const { values } of signals) chunk += `,${valueCell(values[row]!)}`;
      chunk += '\n';
    }
    yield chunk;
  }
}

function splitRow(row: string): string[] {
  if (!row.includes('"')) return row.split(',');
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

function parseNumber(text: string, where: string): number {
  if (text.trim() === '') return Number.NaN;
  const value = Number(text);
  if (Number.isNaN(value)) throw new RecordError(`${where}: "${text}" is not a number`);
  return value;
}

/** The rate from the whole time column: a column rounded to milliseconds still gives it well. */
function rateOf(times: readonly number[], file: string): number {
  const span = times.at(-1)! - times[0]!;
  if (!(span > 0)) throw new RecordError(`${file}: the time column must grow, it goes from ${times[0]} to ${times.at(-1)}`);
  return Number(((times.length - 1) / span).toFixed(3));
}

/**
 * Reads what `csvChunks` writes, and files like it. A `sample` column says nothing of time: `sampleRate` must then be given.
 * Throws a RecordError with the line.
 */
export function parseCsv(text: string, { file, sampleRate }: { readonly file: string; readonly sampleRate?: number }): CsvTable {
  const rows = text.split(/\r?\n/).filter((row, i, all) => row !== '' || i < all.length - 1);
  const [index = '', ...names] = splitRow(rows[0] ?? '');
  const isTime = /^time\s*\(s\)$/i.test(index.trim());
  if (!isTime && index.trim() !== 'sample') {
    throw new RecordError(`${file}, line 1: the first column must be "time (s)" or "sample", got "${index}"`);
  }
  if (!isTime && sampleRate === undefined) throw new RecordError(`${file} has a sample column: say its sample rate in Hz`);
  const count = rows.length - 1;
  const columns = names.map(() => new Float32Array(count));
  const times: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const where = `${file}, line ${row + 2}`;
    const cells = splitRow(rows[row + 1]!);
    if (cells.length !== names.length + 1) throw new RecordError(`${where}: expected ${names.length + 1} columns, got ${cells.length}`);
    if (isTime) times.push(parseNumber(cells[0]!, where));
    for (const [i, column] of columns.entries()) column[row] = parseNumber(cells[i + 1]!, where);
  }
  const signals = names.map((text, i) => {
    const [, name = text, units = ''] = HEADER_CELL.exec(text.trim()) ?? [];
    return { name, units, values: columns[i]! };
  });
  if (sampleRate === undefined && count < 2)
    throw new RecordError(`${file} has ${count} rows: two are needed to tell the sample rate, or say it in Hz`);
  return { sampleRate: sampleRate ?? rateOf(times, file), signals };
}
