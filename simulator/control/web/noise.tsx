import type { ReactNode } from 'react';
import type { NoiseId } from '../../contract.ts';
import { NOISE_RANGE } from '../messages.ts';
import { SliderField } from './slider-field.tsx';
import { useClient, useView } from './use-console.ts';

const IDS = Object.keys(NOISE_RANGE) as NoiseId[];

export function Noise(): ReactNode {
  const client = useClient();
  const noise = useView().status?.state.noise;
  return (
    <section className="s-noise" aria-labelledby="t-noise">
      <div className="head">
        <h2 id="t-noise">Noise</h2>
        <span className="label">applied at once</span>
      </div>
      {IDS.map((id) => (
        <SliderField
          key={id}
          id={id}
          min={0}
          {...NOISE_RANGE[id]}
          value={noise?.[id] ?? 0}
          onCommit={(level) => client.send({ do: 'noise', id, level })}
        />
      ))}
    </section>
  );
}
