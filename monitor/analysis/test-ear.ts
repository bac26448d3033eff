/** What the tests of this folder ask of a pipeline. */
import type { MonitorEvent } from '../events.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { EIGHT_LEADS, type SyntheticSignal } from './synthetic-ecg.ts';

/** Everything a pipeline says about a signal. `feed` may cut the signal in its own way. */
export function listen(signal: SyntheticSignal, feed: (pipeline: Pipeline) => void = (pipeline) => pipeline.push(signal)): MonitorEvent[] {
  const events: MonitorEvent[] = [];
  const leads = EIGHT_LEADS.slice(0, signal.leads);
  feed(createPipeline({ sampleRate: signal.sampleRate, leads, onEvent: (event) => events.push(event) }));
  return events;
}

export const beatTimes = (events: readonly MonitorEvent[]): number[] =>
  events.flatMap((event) => (event.kind === 'beat' && event.state === 'provisional' ? [event.t] : []));

export const shownRates = (events: readonly MonitorEvent[]): (number | null)[] =>
  events.flatMap((event) => (event.kind === 'hr' ? [event.bpm] : []));

export const alarmsOn = (events: readonly MonitorEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'alarm' && event.state === 'on' ? [event.id] : []));
