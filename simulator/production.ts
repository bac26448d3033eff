import { TRANSMITTED_LEADS } from '../firmware-protocol/index.ts';
import { assert, type Clock, type Micros } from '../kernel/index.ts';
import type { Body, Patient } from './contract.ts';
import type { Device } from './device/device.ts';
import type { SampleSchedule } from './device/sample-schedule.ts';
import { FRAMES_PER_WRITE_MAX } from './device/transmitter.ts';

/** Patient to body to device, in step with the clock. */
export interface Production {
  start(): void;
  /** Brings patient and device up to now. */
  catchUp(): void;
  stop(): void;
  readonly running: boolean;
}

export interface ProductionParts {
  readonly clock: Clock;
  readonly schedule: SampleSchedule;
  readonly patient: Patient;
  readonly body: Body;
  readonly device: Device;
  /** Patient time after which nothing is produced. */
  readonly until: Micros;
}

export function createProduction({ clock, schedule, patient, body, device, until }: ProductionParts): Production {
  const leads = new Float32Array(FRAMES_PER_WRITE_MAX * TRANSMITTED_LEADS.length);
  const connected = new Uint16Array(FRAMES_PER_WRITE_MAX);
  let startedAt: Micros | undefined;
  let stopped = false;
  let busy = false;
  let produced = 0;

  function produce(due: number, began: Micros): void {
    while (produced < due) {
      const count = Math.min(due - produced, FRAMES_PER_WRITE_MAX);
      const at = schedule.instantOf(produced);
      patient.render(leads, count);
      body.process(leads, connected, count, at);
      produced += count;
      device.run({ leads, connected, count, at, readyAt: (began + schedule.instantOf(produced)) as Micros });
    }
  }

  return {
    start() {
      startedAt = clock.now();
    },
    catchUp() {
      if (startedAt === undefined || stopped) return;
      assert(!busy, 'a listener may not command the simulator while it is told something: do it in a clock event');
      busy = true;
      try {
        produce(schedule.dueBy(Math.min(clock.now() - startedAt, until) as Micros), startedAt);
      } finally {
        busy = false;
      }
    },
    stop() {
      stopped = true;
    },
    get running() {
      return startedAt !== undefined && !stopped;
    },
  };
}
