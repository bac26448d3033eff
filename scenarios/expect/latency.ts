import { type Micros, toSeconds, us } from '../../kernel/index.ts';
import type { Judgement, Watch, Window } from './kind.ts';

/** Less than this fraction of the window left is a pass that deserves a look. */
const MARGINAL_SHARE = 0.1;

/** `4.12 s`, to the millisecond. */
export const inSeconds = (span: Micros): string => `${Number(toSeconds(span).toFixed(3))} s`;

interface Reaction {
  /** For people: `asystole on`. */
  readonly what: string;
  readonly window: Window;
  /** A latency above this is marginal; the last tenth of the window when absent. */
  readonly marginal?: Micros | undefined;
}

function inTime({ what, window: [from, to], marginal }: Reaction, at: Micros): Judgement {
  const latency = us(at - from);
  const margin = us(to - at);
  const isMarginal = marginal === undefined ? margin < MARGINAL_SHARE * (to - from) : latency > marginal;
  return {
    verdict: isMarginal ? 'marginal' : 'pass',
    limit: `<= ${inSeconds(us(to - from))}`,
    measured: inSeconds(latency),
    margin: toSeconds(margin),
    marginUnit: 's',
    at,
    because: `${what} ${inSeconds(latency)} after ${inSeconds(from)}, ${inSeconds(margin)} before the deadline`,
  };
}

export function missed({ window: [from, to] }: Pick<Reaction, 'window'>, at: Micros, because: string): Judgement {
  const limit = `<= ${inSeconds(us(to - from))}`;
  return { verdict: 'fail', limit, measured: null, margin: null, marginUnit: 's', at, because };
}

/**
 * Waits for a reaction inside the window: `seen` once, or the deadline. The deadline is a clock event one microsecond after the
 * window, so that a reaction at the last instant still counts. Late reactions are measured up to one window further, so that a
 * failure can say how late it was.
 */
export function awaitReaction(watch: Watch, { what, marginal }: Omit<Reaction, 'window'>): { seen(at: Micros): void } {
  const { bench, window, judge } = watch;
  const [from, to] = window;
  const reaction = { what, window, marginal };
  const patience = us(Math.min(to + (to - from), bench.end));
  let overdue = false;
  bench.at(us(to + 1), 'expect.deadline', () => {
    overdue = true;
    if (patience <= to + 1) none();
  });
  if (patience > to + 1) bench.at(patience, 'expect.patience', none);
  function none(): void {
    const because = `no ${what} within ${inSeconds(us(to - from))} of ${inSeconds(from)}`;
    judge(missed(reaction, to, because));
  }
  return {
    seen(at) {
      if (!overdue) return judge(inTime(reaction, at));
      const late = us(at - to);
      judge({
        ...missed(reaction, at, `${what} ${inSeconds(late)} late: expected within ${inSeconds(us(to - from))} of ${inSeconds(from)}`),
        measured: inSeconds(us(at - from)),
        margin: -toSeconds(late),
      });
    },
  };
}
