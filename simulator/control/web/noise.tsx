import type { ReactNode } from 'react';
import type { NoiseId } from '../../contract.ts';
import { shownUnit } from './format.ts';
import { SliderField } from './slider-field.tsx';
import { useClient, useView } from './use-console.ts';

/** Where a slider is fine enough to be useful; the field beside it takes all that the body can have. */
const SLIDER: Readonly<Record<NoiseId, { max: number; step: number }>> = {
  wander: { max: 1, step: 0.01 },
  mains: { max: 0.5, step: 0.01 },
  emg: { max: 100, step: 1 },
};

export function Noise(): ReactNode {
  const client = useClient();
  const { facts, status } = useView();
  return (
    <section className="s-noise" aria-labelledby="t-noise">
      <div className="head">
        <h2 id="t-noise">Noise</h2>
        <span className="label">applied at once</span>
      </div>
      {facts?.noises.map(({ id, title, unit, max }) => (
        <SliderField
          key={id}
          id={id}
          title={title}
          unit={shownUnit(unit)}
          min={0}
          max={max}
          sliderMax={SLIDER[id].max}
          step={SLIDER[id].step}
          value={status?.state.noise[id] ?? 0}
          onCommit={(level) => client.send({ do: 'noise', id, level })}
        />
      ))}
    </section>
  );
}
