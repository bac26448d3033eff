import { Beats } from './beats.tsx';
import { Electrodes } from './electrodes.tsx';
import { HeartRate } from './heart-rate.tsx';
import { Latest } from './latest.tsx';
import { Measures } from './measures.tsx';
import { Rhythm } from './rhythm.tsx';
import { Signal } from './signal.tsx';

/** What is known, and nothing else: a block appears with its first value. */
export function Vitals() {
  return (
    <aside className="vitals" aria-label="Vital signs">
      <HeartRate />
      <Rhythm />
      <Measures />
      <Beats />
      <Electrodes />
      <Signal />
      <Latest />
    </aside>
  );
}
