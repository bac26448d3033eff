import type { CommandBus } from './command-bus.ts';
import type { JournalEntry } from './messages.ts';

/** The entry once it is no longer pending, or as it stands after `waitMs`. Real time: this serves people and scripts, never a scenario. */
export function whenSettled(bus: CommandBus, entry: JournalEntry, waitMs: number): Promise<JournalEntry> {
  if (entry.status !== 'pending' || waitMs === 0) return Promise.resolve(entry);
  return new Promise((resolve) => {
    const finish = (settled: JournalEntry): void => {
      clearTimeout(timer);
      cancel();
      resolve(settled);
    };
    const timer = setTimeout(() => finish(entry), waitMs);
    const cancel = bus.onEntry((changed) => {
      if (changed.n === entry.n && changed.status !== 'pending') finish(changed);
    });
  });
}
