import type { Cancel, Clock } from './clock.ts';
import type { Micros } from './units.ts';
import { createWire, type WireOptions } from './wire.ts';

/** A wire on a clock, with one reader. */
export interface PacedLine {
  offer(bytes: Uint8Array, at: Micros): number;
  /** What may be read now. When it is empty, `onDue` runs once, as a clock event, as soon as there is something. */
  read(): Uint8Array;
  take(count: number): void;
  /** Forgets what is queued. A reader that waits goes on waiting. */
  clear(): number;
  /** The reader has gone: no `onDue` until the next empty `read`. */
  rest(): void;
  readonly queued: number;
  readonly lost: number;
}

/** One clock event per release and none while nobody waits: on a virtual clock every event costs a turn of the event loop. */
export function createPacedLine(options: WireOptions & { clock: Clock; label: string; onDue: () => void }): PacedLine {
  const { clock, label, onDue } = options;
  const wire = createWire(options);
  let waiting = false;
  let armedFor = Number.POSITIVE_INFINITY;
  let cancel: Cancel | undefined;

  function disarm(): void {
    armedFor = Number.POSITIVE_INFINITY;
    cancel?.();
    cancel = undefined;
  }

  function arm(notBefore: number): void {
    const due = wire.nextDue();
    if (due === undefined) return;
    const at = Math.max(due, notBefore);
    if (at >= armedFor) return;
    cancel?.();
    armedFor = at;
    cancel = clock.at(armedFor as Micros, label, fire);
  }

  function fire(): void {
    armedFor = Number.POSITIVE_INFINITY;
    cancel = undefined;
    if (wire.due(clock.now()).length === 0) return arm(clock.now() + 1); // more bytes came: the packet is not whole yet
    waiting = false;
    onDue();
  }

  return {
    offer(bytes, at) {
      const accepted = wire.offer(bytes, at);
      if (waiting) arm(clock.now());
      return accepted;
    },
    read() {
      const due = wire.due(clock.now());
      if (due.length === 0) {
        waiting = true;
        arm(clock.now());
      }
      return due;
    },
    take: (count) => wire.take(count, clock.now()),
    clear() {
      disarm();
      return wire.clear();
    },
    rest() {
      disarm();
      waiting = false;
    },
    get queued() {
      return wire.queued;
    },
    get lost() {
      return wire.lost;
    },
  };
}
