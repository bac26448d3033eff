import type { MeasureEvent } from '../../index.ts';
import { useLive } from '../live/use-feed.ts';

const labelOf = ({ name, lead }: MeasureEvent): string => (lead ? `${name} ${lead}` : name);

/** The newest value of each measurement, with how it was made. */
export function Measures() {
  const measures = useLive((state) => state.measures);
  if (measures.length === 0) return null;
  return (
    <section className="block" aria-label="Measurements">
      <dl className="numbers">
        {measures.map((measure) => (
          <div key={labelOf(measure)}>
            <dt className="label" title={measure.method}>
              {labelOf(measure)}
            </dt>
            <dd>
              {measure.value ?? '--'} <small>{measure.unit}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
