import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Annotation, isBeat, readAnnotations, readRecord, toPhysical } from '../../records/index.ts';
import { createPipeline } from './pipeline.ts';

/** Half of the MIT-BIH Arrhythmia Database, the half that was tuned on: a regression lock, not a proof of accuracy. */
const folder = join(process.env.HEARTLOOP_DATA ?? '', 'mitdb');
const MATCH_S = 0.15;

interface Count {
  hits: number;
  misses: number;
  extras: number;
}

/** Beats outside of ventricular flutter, which EC57 counts as episodes. */
function beatsOf(annotations: readonly Annotation[]): number[] {
  let inFlutter = false;
  return annotations.flatMap(({ symbol, sample }) => {
    if (symbol === '[') inFlutter = true;
    if (symbol === ']') inFlutter = false;
    return isBeat(symbol) && !inFlutter ? [sample] : [];
  });
}

const flutterOf = (annotations: readonly Annotation[]): [number, number][] =>
  annotations
    .filter(({ symbol }) => symbol === '[')
    .map(({ sample }) => [sample, annotations.find((end) => end.symbol === ']' && end.sample > sample)?.sample ?? Infinity]);

/** One to one, in order: a detection that is nearer to the next beat is left to it. */
function count(truth: readonly number[], found: readonly number[], window: number): Count {
  let hits = 0;
  let next = 0;
  for (const [i, at] of truth.entries()) {
    while (next < found.length && found[next]! < at - window) next += 1;
    while (next + 1 < found.length && Math.abs(found[next + 1]! - at) < Math.abs(found[next]! - at)) next += 1;
    const distance = Math.abs((found[next] ?? Number.NaN) - at);
    const belongsToNext = distance > Math.abs((found[next] ?? Number.NaN) - (truth[i + 1] ?? Number.NaN));
    if (distance > window || Number.isNaN(distance) || belongsToNext) continue;
    hits += 1;
    next += 1;
  }
  return { hits, misses: truth.length - hits, extras: found.length - hits };
}

async function detect(path: string, leads: readonly number[]): Promise<Count> {
  const record = await readRecord(path);
  const { annotations } = await readAnnotations(path, 'atr');
  const rows = leads.map((lead) => toPhysical(record.signals[lead]!));
  const mv = new Float32Array(rows[0]!.length * leads.length);
  rows.forEach((row, lead) => row.forEach((value, i) => (mv[i * leads.length + lead] = value)));
  const found: number[] = [];
  const pipeline = createPipeline({
    sampleRate: record.sampleRate,
    leads: leads.map((lead) => record.signals[lead]!.name),
    onEvent: (event) => event.kind === 'beat' && event.state === 'final' && found.push(event.sample!),
  });
  pipeline.push({ mv, count: rows[0]!.length });
  pipeline.end();
  const flutter = flutterOf(annotations);
  const counted = found.filter((at) => !flutter.some(([from, to]) => at >= from && at <= to));
  return count(
    beatsOf(annotations),
    counted.toSorted((a, b) => a - b),
    MATCH_S * record.sampleRate,
  );
}

if (!existsSync(folder)) it.skip('real records: set HEARTLOOP_DATA to a folder that holds mitdb to score the detector on it');
else
  it.each([
    ['the first lead', [0], 0.998, 0.997],
    ['both leads', [0, 1], 0.998, 0.997],
  ] as const)('finds the beats of real records in %s', { timeout: 120_000 }, async (title, leads, sensitivityMin, ppvMin) => {
    const gross: Count = { hits: 0, misses: 0, extras: 0 };
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.hea'))) {
      const { hits, misses, extras } = await detect(join(folder, file.slice(0, -4)), leads);
      gross.hits += hits;
      gross.misses += misses;
      gross.extras += extras;
    }
    const sensitivity = gross.hits / (gross.hits + gross.misses);
    const ppv = gross.hits / (gross.hits + gross.extras);
    console.info(
      `mitdb, ${title}: Se ${(100 * sensitivity).toFixed(2)} PPV ${(100 * ppv).toFixed(2)} of ${gross.hits + gross.misses} beats`,
    );
    expect(sensitivity).toBeGreaterThan(sensitivityMin);
    expect(ppv).toBeGreaterThan(ppvMin);
  });
