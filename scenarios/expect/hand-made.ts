import type { SensedElectrode } from '../../firmware-protocol/index.ts';
import { createVirtualClock, type Micros, seconds, us } from '../../kernel/index.ts';
import type { AlarmEvent, BeatEvent, MonitorEvent } from '../../monitor/index.ts';
import type { Finding } from '../../reports/index.ts';
import type { TruthEvent } from '../../simulator/index.ts';
import { readPlan } from '../plan/load.ts';
import { watchExpectations } from '../runner/findings.ts';
import { createBench, type FrameCounts } from './bench.ts';

/** Events of a monitor by the second they arrive: the proof of an expectation needs no monitor. */
export interface HandMade {
  readonly monitor?: readonly (readonly [atS: number, event: MonitorEvent])[];
  readonly beatsAtS?: readonly number[];
  readonly counts?: Partial<FrameCounts>;
  readonly hostLate?: Micros;
  readonly untilS?: number;
  /** Steps besides the first, as YAML. */
  readonly steps?: string;
}

const COUNTS: FrameCounts = { sent: 0, decoded: 0, lost: 0, gaps: 0, checksumErrors: 0 };

/** Judges one expectation, written as in a scenario file, over twenty seconds of hand-made events. */
export async function judgeByHand(expectation: string, made: HandMade = {}): Promise<Finding | undefined> {
  const {
    monitor = [],
    beatsAtS = [],
    counts = {},
    hostLate = us(0),
    untilS = 20,
    steps = '- { at: 5 s, as: arrest, rhythm: { kind: asystole } }',
  } = made;
  const text = `id: HAND-MADE
title: by hand
requirements: [HAND]
seed: 1
steps:
  - { at: 0 s, rhythm: { kind: sinus } }
  ${steps}
expect:
  - { ${expectation} }
end: 20 s
`;
  const plan = readPlan(text, 'HAND-MADE.yaml');
  const clock = createVirtualClock();
  const end = seconds(untilS);
  const bench = createBench({ clock, origin: us(0), end, counts: () => ({ ...COUNTS, ...counts }) });
  const watched = watchExpectations({ plan, bench, seed: 1, on: 'virtual', hostLateness: () => hostLate, onFinding: () => undefined });
  for (const { at, command } of plan.steps) clock.at(at, 'step', () => bench.deed({ at, command }));
  for (const atS of beatsAtS) clock.at(seconds(atS), 'beat', () => bench.patient(truthBeat(atS)));
  for (const [atS, event] of monitor) clock.at(seconds(atS), 'event', () => bench.monitor(event));
  await clock.runUntil(end);
  bench.rest();
  return watched.findings[0];
}

const truthBeat = (atS: number): TruthEvent => {
  const rPeak = seconds(atS);
  return { kind: 'beat', at: rPeak, class: 'N', fiducials: { qrsOn: us(rPeak - 40_000), rPeak, qrsOff: us(rPeak + 40_000) } };
};

export const alarm = (t: number, id: AlarmEvent['id'], state: AlarmEvent['state'] = 'on'): readonly [number, MonitorEvent] => [
  t,
  { kind: 'alarm', t, id, state, priority: 'high', class: 'physiological', onset: t, conditionDelayMs: 0, generationDelayMs: 0, text: id },
];
export const hr = (t: number, bpm: number | null): readonly [number, MonitorEvent] => [t, { kind: 'hr', t, bpm, source: 'II' }];
export const beat = (t: number, state: BeatEvent['state'] = 'final'): readonly [number, MonitorEvent] => [
  t + 0.3,
  { kind: 'beat', t, class: 'N', state, leads: ['II'] },
];
export const leadOff = (t: number, electrode: SensedElectrode): readonly [number, MonitorEvent] => [
  t,
  { kind: 'lead', t, electrode, state: 'off' },
];
export const gap = (t: number, frames: number): readonly [number, MonitorEvent] => [t, { kind: 'link', t, event: 'gap', frames }];
/** Every `period` seconds from `from` to `to`. */
export const each = (from: number, to: number, period: number): number[] =>
  Array.from({ length: Math.floor((to - from) / period + 1e-9) + 1 }, (_, i) => Number((from + i * period).toFixed(6)));
