import type { Clock, Micros } from '../kernel/index.ts';

export type StoppedBy = 'time' | 'signal';

/** Resolves after `span` (never, when undefined) or at SIGINT or SIGTERM, whichever comes first. */
export async function untilStopped(clock: Clock, span: Micros | undefined): Promise<StoppedBy> {
  const abort = new AbortController();
  const signalled = new Promise<StoppedBy>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve('signal'));
  });
  if (span === undefined) return signalled;
  const elapsed = clock.sleep(span, abort.signal).then(
    (): StoppedBy => 'time',
    (): StoppedBy => 'signal',
  );
  const by = await Promise.race([signalled, elapsed]);
  abort.abort();
  return by;
}
