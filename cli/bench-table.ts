/** The performance table. Each row is measured when asked for; goals and peers are what we hold ourselves against. */
import { cpus } from 'node:os';
import { benchDecoder } from '../firmware-protocol/index.ts';
import { benchMonitorStack, benchQrsOneLead } from '../monitor/index.ts';
import { benchVirtualScenario } from '../scenarios/index.ts';
import { benchPatientToFrames } from '../simulator/index.ts';

export interface BenchRow {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number | null;
  /** What it is compared with, and where that figure is from. */
  readonly peer: string;
}

export interface Bench {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly rows: readonly BenchRow[];
}

type Row = Omit<BenchRow, 'value'> & { readonly measure: (nowMs: () => number) => number | Promise<number> };

const ROWS: readonly Row[] = [
  {
    id: 'patient-to-frames',
    unit: 'x real time',
    goal: 10_000,
    peer: 'an open 15-lead generator in JavaScript: 155',
    measure: (nowMs) => benchPatientToFrames(nowMs).xRealTime,
  },
  {
    id: 'patient-to-frames-all-noise',
    unit: 'x real time',
    goal: null,
    peer: '',
    measure: (nowMs) => benchPatientToFrames(nowMs, { noise: 'all' }).xRealTime,
  },
  {
    id: 'virtual-scenario',
    unit: 'x real time',
    goal: 200,
    peer: '',
    measure: async (nowMs) => (await benchVirtualScenario(nowMs)).xRealTime,
  },
  { id: 'decoder', unit: 'frames/s', goal: 3_000_000, peer: '', measure: (nowMs) => benchDecoder(nowMs).framesPerS },
  {
    id: 'qrs-one-lead',
    unit: 'x real time',
    goal: 10_000,
    peer: 'gqrs in C: 87,000; xqrs: 376',
    measure: (nowMs) => benchQrsOneLead(nowMs).xRealTime,
  },
  { id: 'monitor-stack', unit: 'x real time', goal: null, peer: '', measure: (nowMs) => benchMonitorStack(nowMs).xRealTime },
];

export const BENCH_IDS: readonly string[] = ROWS.map(({ id }) => id);

export async function runBench({ only, onProgress }: { only: string | undefined; onProgress: (text: string) => void }): Promise<Bench> {
  const rows: BenchRow[] = [];
  for (const { measure, ...row } of ROWS) {
    if (only !== undefined && row.id !== only) continue;
    onProgress(`measuring ${row.id}`);
    rows.push({ ...row, value: await measure(() => performance.now()) });
  }
  return { machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version }, rows };
}
