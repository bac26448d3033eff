import type { ReactNode } from 'react';
import type { CatalogueRow } from '../messages.ts';
import { askedParams } from './asked-params.ts';
import { SliderField } from './slider-field.tsx';
import { useClient, useView } from './use-console.ts';

export function Parameters({ rhythm }: { rhythm: CatalogueRow | undefined }): ReactNode {
  const client = useClient();
  const { status, journal } = useView();
  const inForce = status?.state.params ?? {};
  const waiting = journal.flatMap(({ status: state, command }) => (state === 'pending' && command.do === 'set' ? [command.params] : []));
  const asked = askedParams(inForce, waiting);
  return (
    <section className="params" aria-labelledby="t-par">
      <div className="head">
        <h2 id="t-par">Parameters</h2>
        <span className="label">applied at the next beat</span>
      </div>
      {rhythm?.params.map((param) => (
        <SliderField
          key={`${rhythm.id} ${param.id}`}
          {...param}
          value={asked[param.id] ?? param.default}
          isPending={waiting.some((params) => param.id in params)}
          onCommit={(value) => client.send({ do: 'set', params: { [param.id]: value } })}
        />
      ))}
      {rhythm?.params.length === 0 && <p className="empty muted">{rhythm.title} has nothing to set.</p>}
    </section>
  );
}
