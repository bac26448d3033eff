import { type ReactNode, useId, useState } from 'react';
import type { LinkFault, SimulatorCommand } from '../../contract.ts';
import { clockTime, shownUnit } from './format.ts';
import { useClient, useView } from './use-console.ts';

const DAMAGE: readonly {
  readonly kind: Exclude<LinkFault['kind'], 'drop-frames' | 'repeat-frames' | 'constant'>;
  readonly text: string;
}[] = [
  { kind: 'drop-byte', text: 'Drop a byte' },
  { kind: 'flip-bit', text: 'Flip a bit' },
  { kind: 'bad-checksum', text: 'Bad checksum' },
];
const JOURNAL_SHOWN = 20;
const FRAMES_MAX = 5000;

/** Cable, silence and damage to the stream, with a journal of what was done to body and link. */
export function Faults(): ReactNode {
  const { status, journal } = useView();
  const { plugged = true, muted = false } = status?.state ?? {};
  const entries = journal
    .filter((entry) => entry.group !== 'patient')
    .slice(-JOURNAL_SHOWN)
    .toReversed();
  return (
    <section className="s-faults" aria-labelledby="t-f">
      <div className="head">
        <h2 id="t-f">Faults</h2>
        <span className="label">{status?.stats.faultsInjected ?? 0} in the stream</span>
      </div>
      <div className="faults">
        <Act command={{ do: 'unplug' }} isIdle={!plugged} testid="unplug">
          Unplug
        </Act>
        <Act command={{ do: 'replug' }} isIdle={plugged} testid="replug">
          Replug
        </Act>
        <Act command={{ do: 'mute', muted: !muted }} testid="mute" isPressed={muted}>
          Mute device
        </Act>
        {DAMAGE.map(({ kind, text }) => (
          <Act key={kind} command={{ do: 'fault', fault: { kind } }} testid={kind}>
            {text}
          </Act>
        ))}
        <DropFrames />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <ol className="log" aria-label="What was done to body and link, newest first" tabIndex={0}>
        {entries.map((entry) => (
          <li key={entry.n}>
            <time>{clockTime(entry.requestedAt)}</time>
            <span>{entry.what}</span>
            <span className="muted">
              {entry.to} {shownUnit(entry.unit)}
            </span>
          </li>
        ))}
        {entries.length === 0 && <li className="muted">Nothing yet: what you do here is listed with its time.</li>}
      </ol>
    </section>
  );
}

interface ActProps {
  readonly command: SimulatorCommand;
  readonly testid: string;
  /** There is nothing to do: it stays in place and keeps the focus, but does not act. */
  readonly isIdle?: boolean;
  readonly isPressed?: boolean;
  readonly children: ReactNode;
}

function Act({ command, testid, isIdle = false, isPressed, children }: ActProps): ReactNode {
  const client = useClient();
  return (
    <button
      type="button"
      className="btn compact"
      data-testid={testid}
      aria-disabled={isIdle}
      aria-pressed={isPressed}
      onClick={() => !isIdle && client.send(command)}
    >
      {children}
    </button>
  );
}

function DropFrames(): ReactNode {
  const [text, setText] = useState('25');
  const id = useId();
  const frames = Math.round(Number(text));
  const isGood = frames >= 1 && frames <= FRAMES_MAX;
  return (
    <div className="drop">
      <Act command={{ do: 'fault', fault: { kind: 'drop-frames', frames } }} testid="drop-frames" isIdle={!isGood}>
        Drop frames
      </Act>
      <label className="sr" htmlFor={id}>
        How many frames to drop, 1 to {FRAMES_MAX}
      </label>
      <input
        id={id}
        className="num"
        type="number"
        min={1}
        max={FRAMES_MAX}
        value={text}
        aria-invalid={!isGood}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
