import type { BeatEvent } from '../../index.ts';
import { beatFigures, streamSeconds } from '../live/beats.ts';
import { connectionOf } from '../live/live-state.ts';
import { useLive } from '../live/use-feed.ts';

const WIDTH = 268;
const HEIGHT = 30;
const LETTER = 12;
const SHOWN_S = 20;
/** An interval of this length and more stands at full height. */
const RR_MAX_S = 1.25;

/** How regular the beats come, and which of them the monitor calls ventricular. */
export function Beats() {
  const beats = useLive(({ beats: known }) => known);
  const status = useLive((state) => state.status);
  const isLive = useLive((state) => connectionOf(state).state === 'live');
  if (!status) return null;
  const nowS = streamSeconds(status);
  const { seconds, ventricular, rrMeanMs } = beatFigures(beats, nowS);
  return (
    <section className="block beats" aria-labelledby="h-beats">
      <div className="head">
        <h2 id="h-beats">Beats</h2>
        <p className="muted">{isLive ? `last ${seconds} s` : 'unknown'}</p>
      </div>
      <dl className="numbers">
        <div>
          <dt className="label">Ventricular</dt>
          <dd>{isLive ? ventricular : '--'}</dd>
        </div>
        <div>
          <dt className="label">RR, mean</dt>
          <dd>
            {isLive && rrMeanMs !== null ? Math.round(rrMeanMs) : '--'} <small>ms</small>
          </dd>
        </div>
      </dl>
      <Stems beats={isLive ? beats : []} />
    </section>
  );
}

/** A stem for each beat, as high as the interval before it is long; ventricular ones carry their letter. */
function Stems({ beats }: { beats: readonly BeatEvent[] }) {
  const endS = beats.at(-1)?.t ?? 0;
  const xOf = (t: number): number => WIDTH - 6 - ((endS - t) / SHOWN_S) * (WIDTH - 12);
  let letteredTo = Number.NEGATIVE_INFINITY;
  const shown = beats.filter(({ t, rr }) => t > endS - SHOWN_S && rr !== undefined);
  return (
    <svg className="stems" preserveAspectRatio="xMinYMid" viewBox={`0 0 ${WIDTH} ${HEIGHT + LETTER}`} aria-hidden="true">
      <path className="base" d={`M0 ${HEIGHT + LETTER - 0.5}H${WIDTH}`} />
      {shown.map(({ t, rr = 0, class: beatClass, sample }) => {
        const x = xOf(t);
        const hasLetter = beatClass !== 'N' && x >= letteredTo;
        if (hasLetter) letteredTo = x + LETTER;
        const top = LETTER + HEIGHT * (1 - Math.min(1, rr / RR_MAX_S));
        return (
          <g key={sample ?? t} className={beatClass}>
            <path d={`M${x} ${HEIGHT + LETTER}V${top}`} />
            {hasLetter && (
              <text x={x} y={LETTER - 3}>
                {beatClass}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
