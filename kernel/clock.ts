import type { Micros } from './units.ts';

/** Takes back what was scheduled or subscribed. Harmless when called twice or too late. */
export type Cancel = () => void;

/**
 * The only source of time where determinism is promised. Time is monotonic and starts at zero with the clock.
 * Labels name the event in traces and in the message of a run that never ends.
 */
export interface Clock {
  now(): Micros;
  /** Runs once at `due`, or as soon as possible when `due` has passed. Events of one instant run in the order they were scheduled. */
  at(due: Micros, label: string, run: () => void): Cancel;
  /** Resolves after `span`; rejects with the signal's reason when aborted. */
  sleep(span: Micros, signal?: AbortSignal): Promise<void>;
}

/** `sleep` in terms of `at`: the same for every clock. */
export function sleepOn(clock: Pick<Clock, 'now' | 'at'>, span: Micros, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const cancel = clock.at((clock.now() + span) as Micros, 'sleep', () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    function onAbort(): void {
      cancel();
      reject(signal!.reason);
    }
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * Runs `tick` every `period`, on an absolute schedule: a late tick does not move the ones after it.
 * `tick` gets the instant it was due.
 */
export function every(clock: Pick<Clock, 'now' | 'at'>, period: Micros, label: string, tick: (due: Micros) => void): Cancel {
  let due = (clock.now() + period) as Micros;
  let stopped = false;
  let cancel = clock.at(due, label, fire);
  function fire(): void {
    const dueNow = due;
    due = (due + period) as Micros;
    cancel = clock.at(due, label, fire);
    tick(dueNow);
    if (stopped) cancel();
  }
  return () => {
    stopped = true;
    cancel();
  };
}
