import type { CSSProperties, ReactNode } from 'react';
import { ELECTRODES, type Electrode } from '../../../firmware-protocol/index.ts';
import { Line, Shape } from './icons.tsx';
import { useClient, useView } from './use-console.ts';

/** Where the electrodes sit on the drawing, in its pixels. The patient looks at us: right is on the left. */
const SPOTS: Readonly<Record<Electrode, readonly [number, number]>> = {
  RA: [66, 62],
  LA: [214, 62],
  RL: [80, 196],
  LL: [200, 196],
  V1: [124, 88],
  V2: [156, 88],
  V3: [169, 110],
  V4: [187, 128],
  V5: [214, 132],
  V6: [240, 126],
};

/** Ten electrodes to click off, and the commonest mistake of all: the two arms swapped. */
export function BodyFigure(): ReactNode {
  const client = useClient();
  const off = useView().status?.state.electrodesOff ?? [];
  const on = ELECTRODES.length - off.length;
  return (
    <section className="s-body" aria-labelledby="t-el">
      <div className="head">
        <h2 id="t-el">Electrodes</h2>
        <span className="label" aria-live="polite">
          {on} of {ELECTRODES.length} on
        </span>
        {off.length > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => off.forEach((electrode) => client.send({ do: 'electrode', electrode, state: 'on' }))}
          >
            All on
          </button>
        )}
      </div>
      <div className="body">
        <Torso />
        <span className="label side">Right</span>
        <span className="label side far">Left</span>
        <SwapArms />
        {ELECTRODES.map((electrode) => (
          <ElectrodeButton key={electrode} electrode={electrode} isOn={!off.includes(electrode)} />
        ))}
        {off.length > 0 && (
          <p className="tag">
            <Shape name="pending" />
            {off.length > 2 ? `${off.length} off` : `${off.join(' and ')} off`}
          </p>
        )}
      </div>
    </section>
  );
}

function ElectrodeButton({ electrode, isOn }: { electrode: Electrode; isOn: boolean }): ReactNode {
  const client = useClient();
  const [x, y] = SPOTS[electrode];
  return (
    <button
      type="button"
      role="switch"
      className="el"
      data-testid={`electrode-${electrode}`}
      style={{ '--x': `${x}px`, '--y': `${y}px` } as CSSProperties}
      aria-checked={isOn}
      aria-label={`Electrode ${electrode}`}
      onClick={() => client.send({ do: 'electrode', electrode, state: isOn ? 'off' : 'on' })}
    >
      {electrode}
    </button>
  );
}

function SwapArms(): ReactNode {
  const client = useClient();
  const swapped = useView().status?.state.swapped ?? null;
  const isSwapped = swapped?.includes('LA') === true && swapped.includes('RA');
  return (
    <button
      type="button"
      role="switch"
      className="swap"
      data-testid="swap-arms"
      aria-checked={isSwapped}
      aria-label="Swap the electrodes RA and LA"
      onClick={() => client.send({ do: 'swap', electrodes: isSwapped ? null : ['RA', 'LA'] })}
    >
      <Line name="swap" size={14} />
      {isSwapped ? 'Swapped' : 'Swap'}
    </button>
  );
}

function Torso(): ReactNode {
  return (
    <svg viewBox="0 0 280 220" width="280" height="220" aria-hidden="true">
      <path d="M114 2c1 18-3 25-18 31-22 8-52 10-68 25C15 71 8 94 4 120M166 2c-1 18 3 25 18 31 22 8 52 10 68 25 13 13 20 36 24 62" />
      <path d="M40 86c1 26 9 48 12 72 2 22-4 40-8 60M240 86c-1 26-9 48-12 72-2 22 4 40 8 60M40 86c-7 17-12 32-16 50M240 86c7 17 12 32 16 50" />
      <path
        className="faint"
        d="M132 42c-18-5-44-2-64 10M148 42c18-5 44-2 64 10M140 76v42M140 118c-14 7-32 20-44 38M140 118c14 7 32 20 44 38"
      />
    </svg>
  );
}
