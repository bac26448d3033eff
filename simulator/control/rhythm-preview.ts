import { createPrng, seconds } from '../../kernel/index.ts';
import { createPatient } from '../patient/index.ts';
import type { TruthEvent } from '../truth.ts';
import type { RhythmPreview } from './messages.ts';

const SAMPLE_RATE = 125;
const LEADS = 8;
const LEAD_II = 1;
/** What a tiny strip shows. */
const SHOWN_S = 2.6;
/** How long the rhythm is watched for its most telling moment, after it has settled. */
const WATCHED_S = 20;
const SETTLING_S = 3;

/** A few seconds of lead II from the patient model, taken where the rhythm shows most of what makes it one. */
export function renderPreview(rhythm: string, seed: number): RhythmPreview {
  const patient = createPatient({ prng: createPrng(seed), sampleRate: SAMPLE_RATE, rhythm });
  const truth: TruthEvent[] = [];
  patient.onTruth((event) => truth.push(event));
  const count = Math.round((SETTLING_S + WATCHED_S + SHOWN_S) * SAMPLE_RATE);
  const leads = new Float32Array(count * LEADS);
  patient.render(leads, count);
  const from = Math.round(tellingMoment(truth) * SAMPLE_RATE);
  const shown = Math.round(SHOWN_S * SAMPLE_RATE);
  return { sampleRate: SAMPLE_RATE, mv: Array.from({ length: shown }, (_, i) => Number(leads[(from + i) * LEADS + LEAD_II]!.toFixed(2))) };
}

/** Seconds: just before the beat from which on the window holds the most kinds of beats and blocked P waves. */
function tellingMoment(truth: readonly TruthEvent[]): number {
  const starts = truth.filter(
    (event) => event.kind === 'beat' && event.at >= seconds(SETTLING_S) && event.at < seconds(SETTLING_S + WATCHED_S),
  );
  let best = { at: seconds(SETTLING_S), kinds: 0 };
  for (const start of starts) {
    const inside = truth.filter((event) => event.at >= start.at && event.at < start.at + seconds(SHOWN_S - LEAD_IN_S));
    const kinds = new Set(inside.map(kindOf)).size;
    if (kinds > best.kinds) best = { at: start.at, kinds };
  }
  return best.at / 1e6 - (best.kinds > 0 ? LEAD_IN_S : 0);
}

const LEAD_IN_S = 0.3;

const kindOf = (event: TruthEvent): string => {
  if (event.kind === 'beat') return event.class;
  return event.kind === 'atrial' && !event.conducted ? 'blocked' : 'other';
};
