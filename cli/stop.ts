import type { Clock, Micros } from '../kernel/index.ts';

export type StoppedBy = 'time' | 'signal';

export interface Stop {
  /** Resolves after `span` from `begin` on (never, when undefined) or at SIGINT or SIGTERM, whichever comes first. */
  until(span: Micros | undefined, begin?: Promise<unknown>): Promise<StoppedBy>;
  /** Resolves at SIGINT or SIGTERM. */
  readonly signalled: Promise<StoppedBy>;
}

/**
 * Listens for the signals from now on: to be called before the ready line is printed, since a script may signal as soon as it has
 * read it. A second signal of the same name ends the process at once.
 */
export function listenForStop(clock: Clock): Stop {
  const signalled = new Promise<StoppedBy>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve('signal'));
  });
  return {
    signalled,
    async until(span, begin = Promise.resolve()) {
      if (span === undefined) return signalled;
      const abort = new AbortController();
      const elapsed = begin
        .then(() => clock.sleep(span, abort.signal))
        .then(
          (): StoppedBy => 'time',
          (): StoppedBy => 'signal',
        );
      const by = await Promise.race([signalled, elapsed]);
      abort.abort();
      return by;
    },
  };
}
