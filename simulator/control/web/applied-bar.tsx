import type { ReactNode } from 'react';
import type { JournalEntry } from '../messages.ts';
import { CopyButton } from './copy-button.tsx';
import { clockTime, shownUnit } from './format.ts';
import { Line, Shape } from './icons.tsx';
import { useClient, useView } from './use-console.ts';

/** A longer value is not spelled on the button that takes it back. */
const BACK_TO_LENGTH = 14;

/** A longer value that was applied as requested is not spelled twice. */
const TWICE_LENGTH = 9;

/** The last request and what became of it. */
export function AppliedBar(): ReactNode {
  const { journal, refusal } = useView();
  const entry = journal.at(-1);
  return (
    <section className="applied" aria-label="Last change, requested and applied" data-testid="applied" aria-live="polite">
      {refusal !== null ? (
        <Refusal text={refusal} />
      ) : entry ? (
        <Change entry={entry} />
      ) : (
        <p className="muted">Nothing changed yet. Choose a rhythm, or move a slider.</p>
      )}
    </section>
  );
}

function Refusal({ text }: { text: string }): ReactNode {
  return (
    <p className="refused" role="alert">
      <Shape name="high" />
      <b>Refused</b> {text}
    </p>
  );
}

function Change({ entry }: { entry: JournalEntry }): ReactNode {
  const client = useClient();
  const { undo } = entry;
  return (
    <>
      <p className="change">
        <b>{entry.what}</b>
        <span className="label">requested</span>
        <span className="value">{entry.to}</span>
        {entry.from !== null && (entry.status !== 'applied' || entry.to.length <= TWICE_LENGTH) && (
          <>
            <Line name="arrow" />
            <span className="sr">applied</span>
            <span className="value">{entry.status === 'applied' ? entry.to : entry.from}</span>
          </>
        )}
        {entry.unit !== '' && <small className="muted">{shownUnit(entry.unit)}</small>}
      </p>
      <Outcome entry={entry} />
      <span className="actions">
        {undo && entry.from !== null && entry.from !== entry.to && (
          <button type="button" className="btn compact" onClick={() => client.send(undo)}>
            {entry.from.length <= BACK_TO_LENGTH ? `Back to ${entry.from}` : 'Undo'}
          </button>
        )}
        <CopyButton text={entry.yaml}>Copy as YAML line</CopyButton>
      </span>
    </>
  );
}

function Outcome({ entry: { status, appliedAt, requestedAt, waitsFor } }: { entry: JournalEntry }): ReactNode {
  if (status === 'applied' && appliedAt !== null) {
    const delayS = Math.max(0, appliedAt - requestedAt) / 1e6;
    return (
      <p className="outcome good">
        <Shape name="pass" />
        Applied at {clockTime(appliedAt)}
        {delayS >= 0.05 && `, after ${delayS.toFixed(1)} s`}
      </p>
    );
  }
  return (
    <p className="outcome muted">
      <Shape name="pending" />
      {status === 'pending' ? `Waits for the next ${waitsFor}` : 'Replaced before a beat came'}
    </p>
  );
}
