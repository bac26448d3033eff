import { sparklinePath } from '../../../look/index.ts';
import type { AlarmLimits } from '../../index.ts';
import { TREND_SECONDS } from '../../server/messages.ts';
import { shownRate } from '../live/live-state.ts';
import { useLive } from '../live/use-feed.ts';
import { useSlowly } from '../live/use-slowly.ts';

const SPOKEN_MS = 10_000;
const WIDTH = 268;
const HEIGHT = 64;
/** What the trend spans until the limits are known. */
const RANGE = { bradyBpm: 50, tachyBpm: 120 };
/** Room for the last dot. */
const END = 6;

/** The number that matters most on the page. `--` whenever it cannot be vouched for. */
export function HeartRate() {
  const rate = useLive(shownRate);
  const limits = useLive((state) => state.status?.limits);
  const spoken = useSlowly(rate === null ? 'Heart rate not available' : `Heart rate ${rate} per minute`, SPOKEN_MS);
  return (
    <section className="block hr" aria-labelledby="h-hr">
      <div className="head">
        <h2 id="h-hr">Heart rate</h2>
        {limits && (
          <p className="limits">
            <span>Limits</span> {limits.bradyBpm}–{limits.tachyBpm}
          </p>
        )}
      </div>
      <p className={rate === null ? 'hr-num none' : 'hr-num'}>
        <span data-testid="hr">{rate === null ? '--' : Math.round(rate)}</span>
        <small>bpm</small>
      </p>
      <p className="sr" aria-live="polite">
        {spoken}
      </p>
      <Trend limits={limits} />
    </section>
  );
}

function Trend({ limits }: { limits: AlarmLimits | undefined }) {
  const trend = useLive((state) => state.trend);
  const { bradyBpm: low, tachyBpm: high } = limits ?? RANGE;
  const known = trend.filter((bpm) => bpm !== null);
  const min = Math.min(low, ...known);
  const max = Math.max(high, ...known);
  const yOf = (bpm: number): number => HEIGHT * (1 - (bpm - min) / (max - min));
  const padded = [...Array<null>(TREND_SECONDS - trend.length).fill(null), ...trend].map((bpm) => bpm ?? Number.NaN);
  const last = trend.at(-1);
  const text =
    known.length === 0
      ? 'No heart rate in the last 60 seconds.'
      : `Heart rate over the last 60 seconds: between ${Math.round(Math.min(...known))} and ${Math.round(Math.max(...known))}.`;
  return (
    <>
      <svg className="trend" viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`} role="img" aria-label={useSlowly(text, SPOKEN_MS)}>
        {limits && <path className="limit" d={`M0 ${yOf(low)}H${WIDTH}M0 ${yOf(high)}H${WIDTH}`} />}
        <path className="line" d={sparklinePath(padded, { width: WIDTH - END, height: HEIGHT, min, max })} />
        {last !== null && last !== undefined && <circle cx={WIDTH - END} cy={yOf(last)} r="3" />}
      </svg>
      <div className="axis" aria-hidden="true">
        <span>−60 s</span>
        <span>now</span>
      </div>
    </>
  );
}
