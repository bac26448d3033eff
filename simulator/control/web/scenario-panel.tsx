import { type ReactNode, useEffect, useRef } from 'react';
import { scenarioText } from '../scenario-text.ts';
import { CopyButton } from './copy-button.tsx';
import { useView } from './use-console.ts';

/** As in the stylesheet: the newest line is brought to the middle in whole lines. */
const LINE_PX = 18;

/** What was done, as a scenario file to be kept and run again. */
export function ScenarioPanel(): ReactNode {
  const { facts, status, journal } = useView();
  const text = facts && status ? scenarioText({ facts, start: status.start, journal }) : '';
  const newest = journal.at(-1)?.yaml;
  const page = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const line = page.current?.querySelector<HTMLElement>('.fresh');
    if (page.current && line && newest)
      page.current.scrollTop = line.offsetTop - Math.floor(page.current.clientHeight / 2 / LINE_PX) * LINE_PX;
  }, [newest]);
  return (
    <section className="yaml" aria-labelledby="t-yaml">
      <div className="head">
        <h2 id="t-yaml">As a scenario</h2>
        <CopyButton text={text} primary>
          Copy as scenario YAML
        </CopyButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <pre ref={page} tabIndex={0} aria-label="Scenario in YAML">
        {text
          .trimEnd()
          .split('\n')
          .map((line, i) => (
            <code key={i} className={line.trim() === newest ? 'fresh' : ''}>
              {line}
            </code>
          ))}
      </pre>
    </section>
  );
}
