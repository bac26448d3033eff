import type { LinkFault } from '../contract.ts';
import type { ByteFault } from './frame-damage.ts';

/** Faults that wait for frames. Each frame suffers at most one, in the order they were asked for: costs add up and never overlap. */
export type FrameFault = Exclude<LinkFault, { readonly kind: 'constant' }>;

export type Fate = 'whole' | 'lost' | 'twice' | ByteFault;

export interface FaultQueue {
  /** Throws a RangeError when 10,000 faults wait already. */
  add(fault: FrameFault): void;
  readonly waiting: boolean;
  /** What happens to the next frame. Tells the listener when a fault begins. */
  next(): Fate;
}

const FAULTS_MAX = 10_000;

export function createFaultQueue(onBegin: (fault: FrameFault) => void): FaultQueue {
  const queue: { readonly fault: FrameFault; frames: number; begun: boolean }[] = [];
  return {
    get waiting() {
      return queue.length > 0;
    },
    add(fault) {
      if (queue.length >= FAULTS_MAX) throw new RangeError(`${FAULTS_MAX} faults are waiting for frames already: is the device sending?`);
      queue.push({ fault, frames: 'frames' in fault ? fault.frames : 1, begun: false });
    },
    next() {
      const first = queue[0];
      if (!first) return 'whole';
      if (!first.begun) {
        first.begun = true;
        onBegin(first.fault);
      }
      first.frames -= 1;
      if (first.frames === 0) queue.shift();
      const { fault } = first;
      if (!('frames' in fault)) return fault;
      return fault.kind === 'drop-frames' ? 'lost' : 'twice';
    },
  };
}
