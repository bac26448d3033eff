import { useEffect, useState } from 'react';
import { connectionOf, isWithoutSignal } from '../live/live-state.ts';
import { clockTime } from '../live/names.ts';
import { isShallowEqual, useLive } from '../live/use-feed.ts';
import { Shape } from './shape.tsx';

/** Over traces that have stopped: an old picture must not be taken for a new one. */
export function NoSignal() {
  const isOld = useLive(isWithoutSignal);
  const { state, sentence } = useLive(connectionOf, isShallowEqual);
  const wavesAt = useLive((live) => live.wavesAt);
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    setSince(isOld && Number.isFinite(wavesAt) ? Date.now() - (performance.now() - wavesAt) : null);
  }, [isOld, wavesAt]);
  if (!isOld) return null;
  return (
    <div className="no-signal" role="status" data-testid="no-signal">
      <p className="title">
        <Shape name={state === 'offline' ? 'offline' : state === 'reconnecting' ? 'retry' : 'stale'} size={20} />
        No signal
        {since !== null && <time dateTime={new Date(since).toISOString()}>since {clockTime(since)}</time>}
      </p>
      <p>{state === 'live' ? 'No samples have come for more than a second.' : sentence}</p>
    </div>
  );
}
