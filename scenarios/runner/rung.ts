import { type Clock, createSystemClock, createVirtualClock, type Micros, ms } from '../../kernel/index.ts';
import { connectSerial, type MonitorOptions } from '../../monitor/index.ts';
import { createTwinLink, type DeviceLink, openPtyLink } from '../../simulator/index.ts';
import type { Rung } from '../schema/scenario.ts';

/** One rung of the fidelity ladder: how time passes, and what lies between device and monitor. */
export interface Rig {
  readonly clock: Clock;
  readonly link: DeviceLink;
  readonly connect: MonitorOptions['connect'];
  /** Lets time pass until `instant` of the clock. */
  passUntil(instant: Micros): Promise<void>;
  /** How long the line may need to run empty after the last byte. */
  readonly drain: Micros;
  /** True when the host can be late. */
  readonly realTime: boolean;
}

function virtualRig(baud: number): Rig {
  const clock = createVirtualClock();
  const link = createTwinLink({ clock, baud });
  return {
    clock,
    link,
    connect: (path, baudRate) => link.connect(path, baudRate),
    passUntil: async (instant) => {
      const reason = await clock.runUntil(instant);
      if (reason === 'event-budget') throw new Error('the run never ends: 100 million events and counting');
    },
    drain: ms(300),
    realTime: false,
  };
}

function ptyRig(baud: number): Rig {
  const clock = createSystemClock();
  return {
    clock,
    link: openPtyLink({ clock, baud }),
    connect: connectSerial,
    passUntil: (instant) => clock.sleep(Math.max(0, instant - clock.now()) as Micros),
    drain: ms(500),
    realTime: true,
  };
}

export const openRig = (on: Rung, baud: number): Rig => (on === 'virtual' ? virtualRig(baud) : ptyRig(baud));

/** Lets time pass, a stride at a time, while something is pending, at most for `patience`. False when it still is. */
export async function passWhile(
  rig: Rig,
  pending: () => boolean,
  { patience, stride = ms(5) }: { patience: Micros; stride?: Micros },
): Promise<boolean> {
  const deadline = rig.clock.now() + patience;
  while (pending()) {
    if (rig.clock.now() >= deadline) return false;
    await rig.passUntil(Math.min(rig.clock.now() + stride, deadline) as Micros);
  }
  return true;
}
