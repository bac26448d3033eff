import { type Clock, every, type Micros, ms } from '../../kernel/index.ts';

/** How late the host ran its timers: a real clock only. */
export interface HostJitter {
  /** The worst lateness seen between two instants of the clock. */
  worstBetween(from: Micros, to: Micros): Micros;
  stop(): void;
}

const LOOK_PERIOD = ms(20);

export function watchHostJitter(clock: Clock): HostJitter {
  const late: { readonly at: Micros; readonly by: Micros }[] = [];
  const stop = every(clock, LOOK_PERIOD, 'host.jitter', (due) => {
    const by = (clock.now() - due) as Micros;
    if (by > LOOK_PERIOD) late.push({ at: clock.now(), by });
  });
  return {
    stop,
    worstBetween: (from, to) =>
      late.reduce((worst, { at, by }) => (at >= from && at - by <= to ? (Math.max(worst, by) as Micros) : worst), 0 as Micros),
  };
}
