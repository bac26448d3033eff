import { type Cancel, type Micros, seconds, us } from '../../../kernel/index.ts';
import type { SimulatorCommand } from '../../../simulator/index.ts';
import { inSeconds } from '../latency.ts';
import type { Invariant } from './invariant.ts';

/** Vitals go blank within two seconds of lost data (monitor specification, acquisition). */
const BLANK_WITHIN = seconds(2);

/** What a command cuts off, and whether it cuts or restores. */
function cutOf(command: SimulatorCommand): { cause: string; cut: boolean } | undefined {
  if (command.do === 'unplug') return { cause: 'cable', cut: true };
  if (command.do === 'replug') return { cause: 'cable', cut: false };
  if (command.do === 'mute') return { cause: 'device', cut: command.muted };
  return undefined;
}

/** Two seconds after the line falls silent no heart rate is shown, until it speaks again. */
export const noHrWithoutSignal: Invariant = (bench, broken) => {
  const causes = new Set<string>();
  let forget: Cancel | undefined;
  let deadline: Micros | undefined;

  const look = (): void => {
    if (deadline === undefined || bench.now() < deadline || bench.heartRate === null) return;
    broken(
      bench.now(),
      `${bench.heartRate} bpm shown at ${inSeconds(bench.now())}, the line is silent since ${inSeconds(us(deadline - BLANK_WITHIN))}`,
    );
  };
  bench.onDeed(({ at, command }) => {
    const cut = cutOf(command);
    if (!cut) return;
    if (cut.cut) causes.add(cut.cause);
    else causes.delete(cut.cause);
    if (causes.size === 0) {
      forget?.();
      deadline = undefined;
    } else if (deadline === undefined) {
      deadline = us(at + BLANK_WITHIN);
      forget = bench.at(us(deadline + 1), 'expect.blank', look);
    }
  });
  bench.on('hr', look);
};
