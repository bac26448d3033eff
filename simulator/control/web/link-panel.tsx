import { Fragment, type ReactNode } from 'react';
import type { FramePicture } from '../messages.ts';
import { Shape } from './icons.tsx';
import { linkState } from './link-state.ts';
import { useView } from './use-console.ts';

const BITS_PER_BYTE = 10;
const BYTES_PER_ROW = 11;

/** The wire: who listens, how full it is, and the last frame that left. */
export function LinkPanel(): ReactNode {
  const view = useView();
  const { facts, status } = view;
  const { word, shape, tone } = linkState(view);
  const link = status?.link;
  const percent = Math.round((link?.load ?? 0) * 1000) / 10;
  const host = status?.state.hostBaud;
  return (
    <section className="s-link" aria-labelledby="t-link">
      <div className="head">
        <h2 id="t-link">Link</h2>
        <span className={`outcome ${tone}`} data-testid="link-state" role="status">
          <Shape name={shape} />
          {word}
        </span>
      </div>
      {facts && link && (
        <>
          <p className="label facts-line">
            <span className="mono">{facts.path}</span> · {facts.profile.baud} 8N1
            {host !== undefined && host !== facts.profile.baud && <b className="warn"> · host at {host}</b>}
            <br />
            {(link.bytesPerS / 1000).toFixed(1)} of {(facts.profile.baud / BITS_PER_BYTE / 1000).toFixed(1)} kB/s ·{' '}
            {link.framesPerS.toFixed(0)} frames/s
            {link.lastFrame?.counter != null && (
              <>
                {' · '}
                <b>counter {link.lastFrame.counter}</b>
              </>
            )}
          </p>
          <div
            className="meter"
            role="meter"
            aria-label="Share of the wire in use"
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${Math.min(100, percent)}%` }} />
          </div>
          {link.lastFrame ? <Frame frame={link.lastFrame} /> : <p className="label">No frame has left the device yet.</p>}
        </>
      )}
    </section>
  );
}

/** Bytes in rows, each field under its name. */
function Frame({ frame }: { frame: FramePicture }): ReactNode {
  const isBinary = frame.counter !== null;
  return (
    <figure className={isBinary ? 'bytes' : 'bytes text'} aria-label="The last frame that left the device, field by field">
      {rowsOf(frame.fields).map((row) => (
        <Fragment key={row[0]?.name}>
          {row.map((field) => (
            <span key={field.name} className={field.connected ? 'part' : 'part off'} style={{ gridColumn: `span ${field.bytes.length}` }}>
              <b>{field.connected || field.bytes.length < 2 ? field.name : `${field.name} off`}</b>
              <span>{field.bytes.join(' ')}</span>
            </span>
          ))}
        </Fragment>
      ))}
    </figure>
  );
}

function rowsOf(fields: FramePicture['fields']): FramePicture['fields'][number][][] {
  const rows: FramePicture['fields'][number][][] = [[]];
  let used = 0;
  for (const field of fields) {
    if (used + field.bytes.length > BYTES_PER_ROW) {
      rows.push([]);
      used = 0;
    }
    used += field.bytes.length;
    rows.at(-1)!.push(field);
  }
  return rows;
}
