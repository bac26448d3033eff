/**
 * What a run did, without when: the part of the trace that must be equal on every rung.
 *
 * In: the signal itself (counts, second by second), truth, steps, faults with the frame they hit; the monitor's alarms and leads; gaps,
 * with their frames when the counter alone decides them. Out: times, texts, qualities, and the order of events of different kinds.
 * From a second before the line is first cut (cable out, device mute) two rungs lose different bytes and find the stream again in
 * another phase of the heart. From there on the monitor's beats and rates, resynchronisations and gap sizes are times in disguise:
 * what stays is whether a rate is shown at all.
 */
import { type Micros, seconds, type TraceEvent, toSeconds } from '../../kernel/index.ts';
import type { MonitorEvent } from '../../monitor/index.ts';
import type { TruthEvent } from '../../simulator/index.ts';

/** A beat is final, and its rate told, within this time; what came later may have been lost on one rung. */
const SETTLED_BEFORE_CUT = seconds(1);

export type Projection = (event: TraceEvent) => TraceEvent | undefined;

/** `firstCut`: when the line is first cut, Infinity when never. */
export function createFunctionalProjection(firstCut: number): Projection {
  const settledS = toSeconds((firstCut - SETTLED_BEFORE_CUT) as Micros);
  let shown = false;

  function ofMonitor(event: MonitorEvent): unknown {
    const isSettled = event.t < settledS;
    switch (event.kind) {
      case 'alarm':
        return { id: event.id, state: event.state, priority: event.priority };
      case 'lead':
        return { electrode: event.electrode, state: event.state };
      case 'rhythm':
        return { id: event.id, state: event.state };
      case 'beat':
        return isSettled ? { class: event.class, state: event.state } : undefined;
      case 'hr': {
        const isNews = (event.bpm !== null) !== shown;
        shown = event.bpm !== null;
        if (isSettled) return { bpm: event.bpm };
        return isNews ? { shown } : undefined;
      }
      case 'link':
        return isSettled && event.event !== 'open'
          ? { event: event.event, frames: event.exact === false ? undefined : event.frames }
          : undefined;
      default:
        return undefined;
    }
  }

  return ({ at, src, kind, data }) => {
    if (kind === 'finding') return undefined; // verdicts are compared apart
    if (src === 'link') return undefined; // when and how often the host tries its port is its own affair
    if (src === 'patient') return { at, src, kind, data: ofPatient(data as TruthEvent) };
    if (src !== 'monitor') return { at, src, kind, data };
    const kept = ofMonitor(data as MonitorEvent);
    return kept === undefined ? undefined : { at, src: `monitor ${kind}`, kind, data: kept };
  };
}

function ofPatient(event: TruthEvent): unknown {
  if (event.kind === 'beat') return { class: event.class };
  const { at: _, ...rest } = event;
  return rest;
}
