import type { SensedElectrode, TransmittedLead } from '../../firmware-protocol/index.ts';
import { type Micros, seconds, type TraceEvent, toSeconds, us } from '../../kernel/index.ts';
import type { AlarmEvent, MonitorEvent } from '../../monitor/index.ts';
import type { Finding, Strip, StripBeat } from '../../reports/index.ts';
import type { SimulatorCommand, TruthEvent } from '../../simulator/index.ts';
import type { Bench } from '../expect/bench.ts';
import type { WaveLog } from './wave-log.ts';

/** Around the verdict: enough to see what the heart did before and what the monitor made of it. */
const BEFORE = seconds(5);
const AFTER = seconds(3);
const STRIPS_MAX = 8;
const RATE_HZ = 250;
/** Kinds whose instant is worth a picture even when all is well: something changed there. */
const EVENTFUL = new Set(['alarm', 'vitals', 'leadState']);

type Band = Strip['bands'][number];
/** What a reader looks for first comes first: a page may have no room for the rest. */
const LANES: readonly Band['kind'][] = ['window', 'alarm', 'fault', 'rhythm'];

export interface StripSource {
  readonly bench: Bench;
  readonly waves: WaveLog;
  readonly trace: readonly TraceEvent[];
  readonly driftPpm: number;
}

function rank({ verdict, kind }: Finding): number {
  if (verdict === 'fail' || verdict === 'inconclusive') return 0;
  if (verdict === 'marginal') return 1;
  return EVENTFUL.has(kind) ? 2 : 3;
}

/** Pictures for the findings of a run: failures first, then what deserves a look, then changes. At most eight. */
export function stripsOf(findings: readonly Finding[], source: StripSource): Strip[] {
  const chosen = findings.filter((finding) => rank(finding) < 3).toSorted((a, b) => rank(a) - rank(b));
  const bands = bandsOf(source);
  return chosen.slice(0, STRIPS_MAX).map((finding) => stripOf(finding, source, bands));
}

/** II shows rhythm, V1 shows QRS shape; a chest electrode's own lead when it is in question. */
function leadsFor({ expectation }: Finding): TransmittedLead[] {
  const chest = /electrode: (V[1-6])/.exec(expectation)?.[1] as (SensedElectrode & TransmittedLead) | undefined;
  return ['II', chest ?? 'V1'];
}

const beat = ({ at, class: name }: { readonly at: Micros; readonly class: string }): StripBeat => ({ t: toSeconds(at), class: name });

function stripOf(finding: Finding, { bench, waves, driftPpm }: StripSource, bands: readonly Band[]): Strip {
  const from = Math.max(0, seconds(finding.atS) - BEFORE);
  const to = Math.min(bench.end, seconds(finding.atS) + AFTER);
  const step = Math.max(1, Math.round(waves.sampleRate / RATE_HZ));
  const rate = waves.sampleRate / step;
  const first = Math.round((toSeconds(us(from)) * waves.sampleRate * (1 + driftPpm / 1e6)) / step) * step;
  const count = Math.max(0, Math.floor(toSeconds(us(to - from)) * rate));
  const inside = ({ at }: { at: Micros }): boolean => at >= from && at <= to;
  const window: Band = { kind: 'window', label: finding.expectation, fromS: finding.window[0], toS: finding.window[1] };
  return {
    title: `${finding.verdict}: ${finding.because.split('. rerun:')[0]}`,
    fromS: toSeconds(us(from)),
    sampleRate: rate,
    leads: leadsFor(finding).map((name) => ({ name, mv: waves.cut(name, { from: first, count, step }) })),
    truth: bench.truth.beats.filter(inside).map(beat),
    detected: bench.detections.beats.filter(inside).map(beat),
    bands: [window, ...bands].filter(({ fromS, toS }) => toS >= toSeconds(us(from)) && fromS <= toSeconds(us(to))),
  };
}

/** Stretches of the whole run: rhythms, faults and alarms, each from its beginning to its end or the end of the run. */
function bandsOf({ bench, trace }: StripSource): Band[] {
  const open = new Map<string, Band>();
  const bands: Band[] = [];
  const end = toSeconds(bench.end);
  const close = (key: string, toS: number): void => {
    const band = open.get(key);
    if (band) bands.push({ ...band, toS });
    open.delete(key);
  };
  const begin = (key: string, band: Omit<Band, 'toS'>): void => {
    close(key, band.fromS);
    open.set(key, { ...band, toS: end });
  };
  for (const { at, src, kind, data } of trace) {
    const fromS = toSeconds(at);
    if (src === 'patient' && kind === 'rhythm')
      begin('rhythm', { kind: 'rhythm', label: (data as TruthEvent & { kind: 'rhythm' }).id, fromS });
    if (src === 'runner' && kind === 'step') {
      const fault = faultOf((data as { command: SimulatorCommand }).command);
      if (fault?.begins) begin(fault.key, { kind: 'fault', label: fault.key, fromS });
      else if (fault) close(fault.key, fromS);
    }
    if (src === 'monitor' && kind === 'alarm') {
      const alarm = data as MonitorEvent & AlarmEvent;
      if (alarm.state === 'on') begin(alarm.id, { kind: 'alarm', label: alarm.id, fromS });
      else close(alarm.id, fromS);
    }
  }
  return [...bands, ...open.values()].toSorted((a, b) => LANES.indexOf(a.kind) - LANES.indexOf(b.kind));
}

function faultOf(command: SimulatorCommand): { key: string; begins: boolean } | undefined {
  switch (command.do) {
    case 'electrode':
      return { key: `${command.electrode} off`, begins: command.state === 'off' };
    case 'unplug':
    case 'replug':
      return { key: 'cable out', begins: command.do === 'unplug' };
    case 'mute':
      return { key: 'mute', begins: command.muted };
    case 'swap':
      return { key: 'swap', begins: command.electrodes !== null };
    case 'fault':
      return command.fault.kind === 'constant' ? { key: 'constant', begins: command.fault.on } : undefined;
    default:
      return undefined;
  }
}
