import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { sparklinePath } from '../../../look/index.ts';
import type { CatalogueRow } from '../messages.ts';
import { capitalised, familiesOf, matches } from './catalogue-search.ts';
import { Line } from './icons.tsx';
import { useClient, useView } from './use-console.ts';

/** Left: every rhythm by family, with a search that "/" reaches and Enter plays the first hit of. */
export function Catalogue({ rhythms }: { rhythms: readonly CatalogueRow[] }): ReactNode {
  const client = useClient();
  const playing = useView().status?.state.rhythm;
  const [words, setWords] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const search = useSearchKey();
  const found = rhythms.filter((rhythm) => matches(rhythm, words));
  const play = (id: string): void => client.send({ do: 'rhythm', id });

  const rows = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll<HTMLButtonElement>('.state') ?? [])];
  function onSearchKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && found[0]) play(found[0].id);
    else if (event.key === 'Escape') setWords('');
    else if (event.key === 'ArrowDown') rows()[0]?.focus();
    else return;
    event.preventDefault();
  }
  function onListKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = rows().findIndex((row) => row === document.activeElement);
    if (step === undefined || at < 0) return;
    (rows()[at + step] ?? (step < 0 ? search.current : null))?.focus();
    event.preventDefault();
  }

  return (
    <nav className="left" aria-label="Rhythm catalogue">
      <div className="find">
        <div className="head">
          <h2>Rhythms</h2>
          <span className="label" aria-live="polite">
            {words === '' ? `${rhythms.length} states` : `${found.length} of ${rhythms.length}`}
          </span>
        </div>
        <div className="search">
          <Line name="search" />
          <input
            ref={search}
            className="field"
            type="search"
            placeholder="Name, id or alarm"
            aria-label="Search rhythms by name, id or alarm"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={onSearchKey}
          />
          <kbd aria-hidden="true">/</kbd>
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys only move the focus between its buttons */}
      <div className="list" ref={list} onKeyDown={onListKey}>
        {familiesOf(found).map(([family, states]) => (
          <section key={family} aria-label={capitalised(family)}>
            <h3 className="label">
              {capitalised(family)} <span>{states.length}</span>
            </h3>
            <ul>
              {states.map((rhythm) => (
                <li key={rhythm.id}>
                  <State rhythm={rhythm} isPlaying={rhythm.id === playing} onPlay={() => play(rhythm.id)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && rhythms.length > 0 && (
          <p className="empty muted">
            No rhythm matches “{words}”. Search by name, id, or the alarm it should raise, such as <span className="mono">vf</span>.
          </p>
        )}
      </div>
    </nav>
  );
}

function State({ rhythm, isPlaying, onPlay }: { rhythm: CatalogueRow; isPlaying: boolean; onPlay: () => void }): ReactNode {
  return (
    <button
      type="button"
      className="state"
      data-testid={`rhythm-${rhythm.id}`}
      aria-current={isPlaying}
      title={rhythm.about}
      onClick={onPlay}
    >
      <span>{rhythm.title}</span>
      {rhythm.preview && <TinyStrip mv={rhythm.preview.mv} />}
    </button>
  );
}

const TINY = { width: 68, height: 26 };

/** One scale for all but the tallest, so that a flat line looks flat. */
function TinyStrip({ mv }: { mv: readonly number[] }): ReactNode {
  const min = Math.min(-0.5, ...mv);
  const max = Math.max(1, ...mv);
  return (
    <svg width={TINY.width} height={TINY.height} viewBox={`0 0 ${TINY.width} ${TINY.height}`} aria-hidden="true">
      <path d={sparklinePath(mv, { ...TINY, min, max })} />
    </svg>
  );
}

/** "/" focuses the search from anywhere but a field. */
function useSearchKey(): React.RefObject<HTMLInputElement | null> {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'range';
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return search;
}
