import type { ReactNode } from 'react';
import type { CatalogueRow } from '../messages.ts';
import { beatsIn, summarise } from './beats.ts';
import { spanInWords } from './format.ts';
import { Line } from './icons.tsx';
import { useView } from './use-console.ts';

const RATE_WINDOW_US = 10e6;
/** Longer titles are set smaller, so that they keep one line beside the rate. */
const TITLE_LENGTH_AT_44 = 27;

/** The one thing that matters most: what the heart is doing. */
export function PatientNow({ rhythm }: { rhythm: CatalogueRow | undefined }): ReactNode {
  const { status, truth } = useView();
  if (!status) return null;
  const { state } = status;
  const since = truth.findLast((event) => event.kind === 'rhythm')?.at;
  const { bpm, count } = summarise(beatsIn(truth, Math.max(since ?? 0, state.at - RATE_WINDOW_US), state.at));
  const rate = state.params['rate'];
  return (
    <section className="now" aria-labelledby="rhythm">
      <div>
        <p className="play">
          <Line name="pulse" />
          <b>Playing</b>
          {since !== undefined && <span className="muted">for {spanInWords(state.at - since)}</span>}
          <span className="mono muted">{state.rhythm}</span>
          {rhythm && rhythm.expected.length > 0 && (
            <span className="muted">
              should raise <span className="mono">{rhythm.expected.join(', ')}</span>
            </span>
          )}
        </p>
        <h1 id="rhythm" data-long={(rhythm?.title ?? '').length > TITLE_LENGTH_AT_44}>
          {rhythm?.title ?? state.rhythm}
        </h1>
        <p className="about muted">{rhythm?.about.replace(/\.$/, '')}</p>
      </div>
      <div className="rate">
        <p>
          {rate === undefined ? (
            <span>no set rate</span>
          ) : (
            <>
              <strong>{rate}</strong> <span>bpm</span>
            </>
          )}
        </p>
        <p className="label">truth over the last 10 s: {bpm?.toFixed(0) ?? (count === 0 ? 'no beats' : 'one beat')}</p>
      </div>
    </section>
  );
}
