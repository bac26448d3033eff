import type { RecordHeader, SignalHeader } from './header.ts';

function signalLine(signal: SignalHeader): string {
  const format = [
    signal.format,
    signal.samplesPerFrame === 1 ? '' : `x${signal.samplesPerFrame}`,
    signal.skew === 0 ? '' : `:${signal.skew}`,
    signal.byteOffset === 0 ? '' : `+${signal.byteOffset}`,
  ].join('');
  const gain = `${signal.calibrated ? signal.gain : 0}(${signal.baseline})/${signal.units}`;
  const fields = [signal.file, format, gain, signal.adcBits, signal.adcZero];
  if (signal.firstValue === undefined) return fields.join(' ');
  fields.push(signal.firstValue);
  if (signal.checksum === undefined) return fields.join(' ');
  return [...fields, signal.checksum, signal.blockSize, signal.description].join(' ').trimEnd();
}

function recordLine(header: RecordHeader): string {
  const base = header.baseCounter === undefined ? '' : `(${header.baseCounter})`;
  const counter = header.counterFrequency === undefined ? '' : `/${header.counterFrequency}${base}`;
  const fields = [header.name, header.signals.length, `${header.sampleRate}${counter}`];
  if (header.sampleCount !== undefined || header.baseTime !== undefined) fields.push(header.sampleCount ?? 0);
  if (header.baseTime !== undefined) fields.push(header.baseTime);
  if (header.baseTime !== undefined && header.baseDate !== undefined) fields.push(header.baseDate);
  return fields.join(' ');
}

/**
 * The text of a header, as `parseHeader` reads it back. Fields are positional: what follows an absent one cannot be written
 * (a description needs a checksum, a date needs a time).
 */
export function formatHeader(header: RecordHeader): string {
  const comments = header.comments.map((comment) => `# ${comment}`);
  return `${[recordLine(header), ...header.signals.map(signalLine), ...comments].join('\n')}\n`;
}
